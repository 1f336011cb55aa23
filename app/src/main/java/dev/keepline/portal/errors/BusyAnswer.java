package dev.keepline.portal.errors;

import dev.keepline.identity.TooBusy;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.Trace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** When too many sign in at once: says when to come back, instead of keeping everybody waiting. */
@ControllerAdvice
@ConditionalOnWebApplication
class BusyAnswer {

    private final Pages pages;

    BusyAnswer(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler(TooBusy.class)
    ModelAndView busy(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(TooBusy.SECONDS));
        int status = HttpStatus.SERVICE_UNAVAILABLE.value();
        var view = new ModelAndView(pages.page("error", ErrorPage.of(status, Trace.of(request))));
        view.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
        return view;
    }
}

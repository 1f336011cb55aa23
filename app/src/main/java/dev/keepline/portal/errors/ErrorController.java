package dev.keepline.portal.errors;

import dev.keepline.database.Unreachable;
import dev.keepline.portal.frame.FormPages;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.Trace;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Stands in for a page that could not be made. It needs no session and no database: they may be what failed. */
@Controller
@ConditionalOnWebApplication
class ErrorController implements org.springframework.boot.webmvc.error.ErrorController {

    /** After so long it is worth trying again. */
    private static final int SECONDS = 10;

    private final Pages pages;
    private final FormPages forms;

    ErrorController(Pages pages, FormPages forms) {
        this.pages = pages;
        this.forms = forms;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
        int told = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        boolean down = told == 500 && Unreachable.in(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        int status = down ? HttpStatus.SERVICE_UNAVAILABLE.value() : told;
        if (down) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(SECONDS));
        }
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed ? failed : "";
        var view = new ModelAndView(pages.page(
                "error",
                ErrorPage.of(status, path, Trace.told(request), forms.of(request))
                        .when(down)));
        view.setStatus(HttpStatusCode.valueOf(status));
        return view;
    }
}

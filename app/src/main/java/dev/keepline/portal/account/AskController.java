package dev.keepline.portal.account;

import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.LinkRequests;
import dev.keepline.identity.Purpose;
import dev.keepline.portal.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asking for a link by e-mail: the answer is the same for every address. */
@Controller
@ConditionalOnWebApplication
class AskController {

    private static final String SIGN_UP = "signup";
    private static final String RECOVER = "recover";

    private final Pages pages;
    private final Answers answers;
    private final LinkRequests requests;

    AskController(Pages pages, Answers answers, LinkRequests requests) {
        this.pages = pages;
        this.answers = answers;
        this.requests = requests;
    }

    @GetMapping("/signup")
    ModelAndView signUp() {
        return answers.page("ask", new AskPage(SIGN_UP, "", Optional.empty()), HttpStatus.OK);
    }

    @GetMapping("/recover")
    ModelAndView recover() {
        return answers.page("ask", new AskPage(RECOVER, "", Optional.empty()), HttpStatus.OK);
    }

    @PostMapping("/signup")
    ModelAndView askToSignUp(
            @RequestParam(name = "email", defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response) {
        return ask(SIGN_UP, email, request, response);
    }

    @PostMapping("/recover")
    ModelAndView askToRecover(
            @RequestParam(name = "email", defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response) {
        return ask(RECOVER, email, request, response);
    }

    private ModelAndView ask(String kind, String typed, HttpServletRequest request, HttpServletResponse response) {
        var words = pages.words(request);
        var email = EmailAddress.parse(typed);
        if (email.isEmpty()) {
            var problem = Optional.of(words.h(EmailAddress.tooLong(typed) ? "ask.long" : "ask.missing"));
            return answers.page("ask", new AskPage(kind, typed, problem), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var purpose = kind.equals(SIGN_UP) ? Purpose.SIGN_UP : Purpose.RECOVER;
        var until = requests.ask(purpose, email.get(), words.language().tag(), request.getRemoteAddr());
        if (until.isPresent()) {
            var problem = Optional.of(answers.wait(until.get(), words, response));
            return answers.page("ask", new AskPage(kind, typed, problem), HttpStatus.TOO_MANY_REQUESTS);
        }
        return answers.page("mailed", new MailedPage(kind, email.get().value()), HttpStatus.OK);
    }
}

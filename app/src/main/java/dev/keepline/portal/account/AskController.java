package dev.keepline.portal.account;

import dev.keepline.identity.Browsers;
import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.LinkRequests;
import dev.keepline.identity.Purpose;
import dev.keepline.imports.Claims;
import dev.keepline.portal.frame.LocalPath;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.words.Shown;
import dev.keepline.support.WrittenRules;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private static final String CLAIM = "/claim/";

    private final Pages pages;
    private final Answers answers;
    private final LinkRequests requests;
    private final Claims claims;
    private final InstantSource clock;

    AskController(Pages pages, Answers answers, LinkRequests requests, Claims claims, InstantSource clock) {
        this.pages = pages;
        this.answers = answers;
        this.requests = requests;
        this.claims = claims;
        this.clock = clock;
    }

    @GetMapping("/signup")
    ModelAndView signUp(@RequestParam(name = "next", defaultValue = "/") String next) {
        var onwards = LocalPath.of(next);
        return answers.page("ask", new AskPage(SIGN_UP, invited(onwards), onwards, Optional.empty()), HttpStatus.OK);
    }

    @GetMapping("/recover")
    ModelAndView recover(@RequestParam(name = "next", defaultValue = "/") String next) {
        return answers.page("ask", new AskPage(RECOVER, "", LocalPath.of(next), Optional.empty()), HttpStatus.OK);
    }

    /** Whoever comes from an invitation finds the address it went to; another can be typed. */
    private String invited(String next) {
        return next.startsWith(CLAIM)
                ? claims.invited(next.substring(CLAIM.length()), clock.instant())
                        .orElse("")
                : "";
    }

    @PostMapping("/signup")
    ModelAndView askToSignUp(Asked asked, HttpServletRequest request, HttpServletResponse response) {
        return ask(SIGN_UP, asked, request, response);
    }

    @PostMapping("/recover")
    ModelAndView askToRecover(Asked asked, HttpServletRequest request, HttpServletResponse response) {
        return ask(RECOVER, asked, request, response);
    }

    /** What was typed; absent fields are empty. */
    record Asked(@Nullable String email, @Nullable String next) {

        String typed() {
            return Objects.requireNonNullElse(email, "");
        }

        String onwards() {
            return LocalPath.of(Objects.requireNonNullElse(next, "/"));
        }
    }

    private ModelAndView ask(String kind, Asked asked, HttpServletRequest request, HttpServletResponse response) {
        var words = pages.words(request);
        var email = EmailAddress.parse(asked.typed());
        if (email.isEmpty()) {
            return again(kind, asked, Answers.noAddress(asked.typed(), words), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var purpose = kind.equals(SIGN_UP) ? Purpose.SIGN_UP : Purpose.RECOVER;
        var to = LinkRequests.nobody(email.get(), words.language().tag());
        var next = Optional.of(asked.onwards()).filter(page -> !page.equals("/"));
        var until = requests.ask(purpose, to, Browsers.origin(request), next);
        if (until.isPresent()) {
            return again(kind, asked, answers.wait(until.get(), words, response), HttpStatus.TOO_MANY_REQUESTS);
        }
        return answers.page("mailed", new MailedPage(kind, email.get().value(), asked.onwards()), HttpStatus.OK);
    }

    private ModelAndView again(String kind, Asked asked, Shown problem, HttpStatus status) {
        return answers.page(
                "ask",
                new AskPage(kind, WrittenRules.mask(asked.typed()), asked.onwards(), Optional.of(problem)),
                status);
    }
}

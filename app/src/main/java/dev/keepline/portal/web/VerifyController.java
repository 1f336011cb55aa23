package dev.keepline.portal.web;

import dev.keepline.identity.Looks;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.papers.CheckedPage;
import dev.keepline.renewal.Certificates;
import dev.keepline.renewal.ProofCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Checking a proof, by whoever holds it: nobody signs in for that. */
@Controller
@ConditionalOnWebApplication
class VerifyController {

    private final Pages pages;
    private final Certificates certificates;
    private final Press press;
    private final Looks looks;
    private final InstantSource clock;

    VerifyController(Pages pages, Certificates certificates, Press press, Looks looks, InstantSource clock) {
        this.pages = pages;
        this.certificates = certificates;
        this.press = press;
        this.looks = looks;
        this.clock = clock;
    }

    @GetMapping("/verify")
    ModelAndView form(@RequestParam(name = "code") Optional<String> sent, HttpServletRequest request) {
        if (sent.isEmpty()) {
            return view(CheckedPage.empty(), HttpStatus.OK);
        }
        var typed = sent.get();
        if (typed.isBlank()) {
            return problem("", "verify.missing", HttpStatus.UNPROCESSABLE_CONTENT, request);
        }
        return ProofCode.parse(typed)
                .map(code -> SeeOther.to("/verify/" + code))
                .orElseGet(() -> problem(typed, "verify.malformed", HttpStatus.UNPROCESSABLE_CONTENT, request));
    }

    @GetMapping("/verify/{code}")
    ModelAndView check(@PathVariable("code") String typed, HttpServletRequest request) {
        var wait = looks.take(request.getRemoteAddr());
        if (wait.isPresent()) {
            return tooOften(typed, wait.get(), request);
        }
        var code = ProofCode.parse(typed);
        if (code.isEmpty()) {
            return problem(typed, "verify.malformed", HttpStatus.NOT_FOUND, request);
        }
        return certificates
                .check(code.get())
                .map(found -> view(CheckedPage.of(found, pages.words(request), press.imprint()), HttpStatus.OK))
                .orElseGet(() -> problem(typed, "verify.unknown", HttpStatus.NOT_FOUND, request));
    }

    private ModelAndView tooOften(String typed, Instant until, HttpServletRequest request) {
        long minutes = Math.max(1, Duration.between(clock.instant(), until).toMinutes() + 1);
        var problem = pages.words(request).h("verify.wait", "n", minutes);
        return view(CheckedPage.problem(typed, problem), HttpStatus.TOO_MANY_REQUESTS);
    }

    private ModelAndView problem(String typed, String key, HttpStatus status, HttpServletRequest request) {
        return view(CheckedPage.problem(typed, pages.words(request).h(key)), status);
    }

    /** Proofs are for whom they were given to, not for search engines. */
    @ModelAttribute
    void leaveOut(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
    }

    private ModelAndView view(CheckedPage page, HttpStatus status) {
        var view = new ModelAndView(pages.page("verify", page));
        view.setStatus(status);
        return view;
    }
}

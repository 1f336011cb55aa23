package dev.keepline.portal.account;

import dev.keepline.identity.Accounts;
import dev.keepline.identity.Browsers;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.Sessions;
import dev.keepline.identity.SignIn;
import dev.keepline.portal.frame.Again;
import dev.keepline.portal.frame.FormsAgain;
import dev.keepline.portal.frame.KeptForm;
import dev.keepline.portal.frame.LocalPath;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.life.LifeBar;
import dev.keepline.portal.words.Shown;
import dev.keepline.support.WrittenRules;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in. What was typed stays in the form when it did not work, but for the password. */
@Controller
@ConditionalOnWebApplication
class LoginController {

    private final Pages pages;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Known known;
    private final InstantSource clock;

    LoginController(Pages pages, SignIn signIn, Sessions sessions, Known known, InstantSource clock) {
        this.pages = pages;
        this.signIn = signIn;
        this.sessions = sessions;
        this.known = known;
        this.clock = clock;
    }

    /** What is kept of whoever signs in, and what they typed before. */
    @Component
    record Known(Browsers browsers, Accounts accounts, FormsAgain forms) {}

    @GetMapping("/login")
    ModelAndView form(
            @RequestParam(name = "next", defaultValue = "/") String next, Past past, HttpServletRequest request) {
        var words = pages.words(request);
        Optional<Shown> notice = past.words()
                .or(() -> next.equals("/") ? Optional.empty() : Optional.of(why(next)))
                .map(words::h);
        return view(new LoginPage(picture(), "", LocalPath.of(next), "", Optional.empty(), notice), HttpStatus.OK);
    }

    /** Who follows an invitation may never have been here. */
    private static String why(String next) {
        return next.startsWith("/claim/") ? "login.claim" : "login.again";
    }

    @PostMapping("/login")
    ModelAndView signIn(Form form, HttpServletRequest request, HttpServletResponse response) {
        var email = EmailAddress.parse(form.email());
        if (email.isEmpty() || form.password().isEmpty()) {
            return problem(form, pages.words(request).h("login.missing"), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (signIn.attempt(email.get(), form.password(), Browsers.origin(request))) {
            case SignIn.Result.Welcome(var account) -> {
                known.browsers().remember(email.get(), request, response);
                yield welcome(account, form, request, response);
            }
            case SignIn.Result.Wrong _ ->
                problem(form, pages.words(request).h("login.wrong"), HttpStatus.UNPROCESSABLE_CONTENT);
            case SignIn.Result.Wait(var until) -> {
                long seconds = secondsUntil(until);
                response.setHeader("Retry-After", String.valueOf(seconds));
                long minutes = Math.ceilDiv(seconds, 60);
                yield problem(form, pages.words(request).h("login.wait", "n", minutes), HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    private ModelAndView welcome(
            CurrentAccount account, Form form, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(account, request, response);
        if (account.chosenLanguage().isEmpty()) {
            pages.chosenLanguage(request).ifPresent(tag -> known.accounts().setLanguage(account.id(), tag));
        }
        var next = LocalPath.of(form.next());
        return KeptForm.parse(form.kept())
                .map(kept -> known.forms().show(next, kept, Again.Why.SIGNED_IN))
                .orElseGet(() -> SeeOther.to(next.equals("/") && account.staff() ? "/console" : next));
    }

    private ModelAndView problem(Form form, Shown problem, HttpStatus status) {
        return view(
                new LoginPage(
                        picture(),
                        WrittenRules.mask(form.email()),
                        LocalPath.of(form.next()),
                        form.kept(),
                        Optional.of(problem),
                        Optional.empty()),
                status);
    }

    private ModelAndView view(LoginPage page, HttpStatus status) {
        var view = new ModelAndView(pages.page("login", page));
        view.setStatus(status);
        return view;
    }

    private LifeBar picture() {
        return LoginPage.example(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private long secondsUntil(Instant until) {
        return Math.max(1, Duration.between(clock.instant(), until).toSeconds());
    }

    /** What was typed; absent fields are empty. */
    record Form(String email, String password, String next, String kept) {

        Form {
            email = email == null ? "" : email;
            password = password == null ? "" : password;
            next = next == null ? "/" : next;
            kept = kept == null ? "" : kept;
        }
    }

    /** What led here: each is in the address or not. */
    record Past(
            @Nullable String left,
            @Nullable String renewed,
            @Nullable String deleted,
            @Nullable String kept) {

        /** The key of what is said about it. */
        Optional<String> words() {
            if (left != null) {
                return Optional.of("login.left");
            }
            if (renewed != null) {
                return Optional.of("login.renewed");
            }
            return deleted != null
                    ? Optional.of("login.deleted")
                    : Optional.ofNullable(kept).map(_ -> "login.kept");
        }
    }
}

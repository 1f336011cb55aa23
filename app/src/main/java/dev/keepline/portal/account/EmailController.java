package dev.keepline.portal.account;

import dev.keepline.identity.Browsers;
import dev.keepline.identity.Changed;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.EmailChanges;
import dev.keepline.identity.Purpose;
import dev.keepline.kernel.AccountId;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.words.Shown;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Behind the links that change an address and undo that. Looking at the page does not use the link. */
@Controller
@ConditionalOnWebApplication
class EmailController {

    private final Answers answers;
    private final EmailChanges changes;

    EmailController(Answers answers, EmailChanges changes) {
        this.answers = answers;
        this.changes = changes;
    }

    @GetMapping("/email/confirm")
    ModelAndView confirm(
            @RequestParam(name = "t", defaultValue = "") String token, @Nullable Authentication authentication) {
        return ask(token, account(authentication), Optional.empty(), HttpStatus.OK);
    }

    @PostMapping("/email/confirm")
    ModelAndView confirmed(
            @RequestParam(name = "t", defaultValue = "") String token,
            @RequestParam(name = "present", defaultValue = "") String password,
            @Nullable Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response) {
        var signedIn = account(authentication);
        var presser = new EmailChanges.Presser(signedIn, password, Browsers.origin(request));
        var changed = changes.confirm(token, presser);
        if (changed.isEmpty()) {
            return gone();
        }
        var words = answers.words(request);
        return switch (changed.get()) {
            case Changed.Done _ -> SeeOther.to("/settings?done=email-changed");
            case Changed.Wait(var until) ->
                ask(token, signedIn, Optional.of(answers.wait(until, words, response)), HttpStatus.TOO_MANY_REQUESTS);
            case Changed.Wrong _, Changed.Poor _ ->
                ask(token, signedIn, Optional.of(words.h("press.confirm.wrong")), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/email/undo")
    ModelAndView undo(@RequestParam(name = "t", defaultValue = "") String token) {
        return about(Purpose.OLD_EMAIL, token)
                .map(about -> new PressPage("/email/undo", "undo", about, token, false, Optional.empty()))
                .map(page -> answers.page("press", page, HttpStatus.OK))
                .orElseGet(this::gone);
    }

    @PostMapping("/email/undo")
    ModelAndView undone(@RequestParam(name = "t", defaultValue = "") String token) {
        return changes.undo(token)
                .map(choose -> SeeOther.to(choose + "&restored"))
                .orElseGet(this::gone);
    }

    private ModelAndView ask(String token, Optional<AccountId> signedIn, Optional<Shown> problem, HttpStatus status) {
        boolean known = signedIn.filter(account -> changes.isOf(Purpose.NEW_EMAIL, token, account))
                .isPresent();
        return about(Purpose.NEW_EMAIL, token)
                .map(about -> new PressPage("/email/confirm", "confirm", about, token, !known, problem))
                .map(page -> answers.page("press", page, status))
                .orElseGet(this::gone);
    }

    private Optional<PressPage.About> about(Purpose purpose, String token) {
        var present = changes.present(purpose, token).map(EmailAddress::value).orElse("");
        return changes.look(purpose, token).map(email -> new PressPage.About(present, email.value()));
    }

    private static Optional<AccountId> account(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof CurrentAccount account
                ? Optional.of(account.id())
                : Optional.empty();
    }

    private ModelAndView gone() {
        return answers.page("gone", new GonePage("email"), HttpStatus.GONE);
    }
}

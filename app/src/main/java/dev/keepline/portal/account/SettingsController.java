package dev.keepline.portal.account;

import dev.keepline.identity.Accounts;
import dev.keepline.identity.Browsers;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.LetterLanguage;
import dev.keepline.identity.OpenSessions;
import dev.keepline.identity.OwnAccount;
import dev.keepline.kernel.PlainText;
import dev.keepline.portal.account.SettingsPages.Sent;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.words.Languages;
import dev.keepline.support.WrittenRules;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Name, time zone, language of letters, password, address and sessions of whoever is signed in. */
@Controller
@ConditionalOnWebApplication
class SettingsController {

    private final SettingsPages pages;
    private final Languages languages;
    private final Accounts accounts;
    private final OwnAccount own;
    private final OpenSessions sessions;

    SettingsController(
            SettingsPages pages, Languages languages, Accounts accounts, OwnAccount own, OpenSessions sessions) {
        this.pages = pages;
        this.languages = languages;
        this.accounts = accounts;
        this.own = own;
        this.sessions = sessions;
    }

    @GetMapping("/settings")
    ModelAndView settings(
            CurrentAccount account,
            @RequestParam(name = "done", defaultValue = "") String done,
            HttpServletRequest request) {
        return pages.show(account, done, request);
    }

    @PostMapping("/settings/person")
    ModelAndView person(
            CurrentAccount account,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "zone", defaultValue = "") String zone,
            @RequestParam(name = "language", defaultValue = "") String language,
            HttpServletRequest request) {
        var parsed = Zones.parse(zone);
        var called = PlainText.line(name);
        var words = pages.words(request);
        var sent = new Sent("person", Map.of("name", called, "zone", zone, "language", language));
        var problem = Answers.name(called, words);
        if (problem.isPresent()) {
            return pages.problem(account, sent.wrong("name", problem.get()), request);
        }
        if (parsed.isEmpty()) {
            return pages.problem(account, sent.wrong("zone", words.h("choose.missing")), request);
        }
        var letters = letters(language, words.language().tag());
        if (letters.isEmpty()) {
            return pages.problem(account, sent.wrong("language", words.h("settings.language.wrong")), request);
        }
        accounts.setPerson(account.id(), called, parsed.get());
        accounts.setLetters(account.id(), letters.get());
        return SeeOther.to("/settings?done=person");
    }

    /** @param shown the language of the page with the form */
    private Optional<LetterLanguage> letters(String chosen, String shown) {
        return chosen.equals(SettingsPage.LIKE_PAGES)
                ? Optional.of(new LetterLanguage(shown, true))
                : languages.byTag(chosen).map(language -> new LetterLanguage(language.tag(), false));
    }

    @PostMapping("/settings/password")
    ModelAndView password(
            CurrentAccount account,
            @RequestParam(name = "present", defaultValue = "") String present,
            @RequestParam(name = "password", defaultValue = "") String fresh,
            HttpServletRequest request,
            HttpServletResponse response) {
        var changed = own.password(by(account, present, request), fresh);
        if (changed instanceof dev.keepline.identity.Changed.Done) {
            sessions.endOthers(account.id(), request.getSession().getId());
            request.changeSessionId();
        }
        return pages.after(changed, account, new Sent("password", Map.of()), request, response);
    }

    @PostMapping("/settings/email")
    ModelAndView email(
            CurrentAccount account,
            @RequestParam(name = "present", defaultValue = "") String present,
            @RequestParam(name = "email", defaultValue = "") String typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var email = EmailAddress.parse(typed);
        var words = pages.words(request);
        var sent = new Sent("email", Map.of("email", WrittenRules.mask(typed)));
        if (email.isEmpty()) {
            return pages.problem(account, sent.wrong("email", Answers.noAddress(typed, words)), request);
        }
        var changed = own.email(
                by(account, present, request), email.get(), words.language().tag());
        return pages.after(changed, account, sent, request, response);
    }

    /** The present address stays. */
    @PostMapping("/settings/email/cancel")
    ModelAndView cancelEmail(CurrentAccount account) {
        own.cancelEmail(account.id());
        return SeeOther.to("/settings?done=email-cancelled");
    }

    /** Ends one session; or every other one, or all, and with them what was asked for and is not done yet. */
    @PostMapping("/settings/sessions")
    ModelAndView end(
            CurrentAccount account,
            @RequestParam(name = "end", defaultValue = "") String which,
            HttpServletRequest request) {
        switch (which) {
            case "all" -> {
                own.endPending(account.id());
                sessions.endAll(account.id());
                return SeeOther.to("/login?left");
            }
            case "others" -> {
                own.endPending(account.id());
                sessions.endOthers(account.id(), request.getSession().getId());
            }
            default -> sessions.end(account.id(), which);
        }
        return SeeOther.to("/settings?done=" + (which.equals("others") ? "sessions" : "session"));
    }

    static OwnAccount.By by(CurrentAccount account, String password, HttpServletRequest request) {
        return new OwnAccount.By(
                account.id(),
                password,
                Browsers.origin(request),
                request.getSession().getId());
    }
}

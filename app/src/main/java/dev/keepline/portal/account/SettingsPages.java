package dev.keepline.portal.account;

import dev.keepline.identity.Accounts;
import dev.keepline.identity.Changed;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.identity.OpenSession;
import dev.keepline.identity.OpenSessions;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows the page of settings, as it is or with what is wrong in one of its forms. */
@Component
@ConditionalOnWebApplication
class SettingsPages {

    /** What can have been done; anything else in the address says nothing. */
    private static final List<String> DONE =
            List.of("person", "password", "email", "email-changed", "session", "sessions");

    private final Pages pages;
    private final Answers answers;
    private final Languages languages;
    private final Accounts accounts;
    private final OpenSessions sessions;

    SettingsPages(Pages pages, Answers answers, Languages languages, Accounts accounts, OpenSessions sessions) {
        this.pages = pages;
        this.answers = answers;
        this.languages = languages;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    ModelAndView show(CurrentAccount account, String done, HttpServletRequest request) {
        var words = pages.words(request);
        var notice = DONE.contains(done) ? Optional.of(words.h("settings.done." + done)) : Optional.<Shown>empty();
        return answers.page("settings", page(account, request, Map.of(), notice), HttpStatus.OK);
    }

    ModelAndView problem(CurrentAccount account, String form, Shown problem, HttpServletRequest request) {
        return problem(account, form, problem, request, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Back to the page when it was done; with what is wrong otherwise. */
    ModelAndView after(
            Changed changed,
            CurrentAccount account,
            String form,
            HttpServletRequest request,
            HttpServletResponse response) {
        var words = pages.words(request);
        return switch (changed) {
            case Changed.Done _ -> SeeOther.to("/settings?done=" + form);
            case Changed.Wrong _ -> problem(account, form, words.h("settings.wrong"), request);
            case Changed.Poor(var problem) -> problem(account, form, Answers.password(problem, words), request);
            case Changed.Wait(var until) ->
                problem(account, form, answers.wait(until, words, response), request, HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    Words words(HttpServletRequest request) {
        return pages.words(request);
    }

    private ModelAndView problem(
            CurrentAccount account, String form, Shown problem, HttpServletRequest request, HttpStatus status) {
        return answers.page("settings", page(account, request, Map.of(form, problem), Optional.empty()), status);
    }

    private SettingsPage page(
            CurrentAccount account, HttpServletRequest request, Map<String, Shown> problems, Optional<Shown> done) {
        var words = pages.words(request);
        var to = accounts.recipient(account.id());
        var language = to.flatMap(known -> languages.byTag(known.language())).orElse(words.language());
        var person = new SettingsPage.Person(
                account.name(),
                to.map(known -> known.email().value()).orElse(""),
                account.zone(),
                Zones.with(account.zone()),
                language,
                languages.all());
        return new SettingsPage(person, shown(account, words, request), problems, done);
    }

    private List<SettingsPage.Session> shown(CurrentAccount account, Words words, HttpServletRequest request) {
        var here = request.getSession().getId();
        return sessions.of(account.id()).stream()
                .map(session -> shown(session, session.is(here), account, words))
                .toList();
    }

    private SettingsPage.Session shown(OpenSession session, boolean here, CurrentAccount account, Words words) {
        var now = answers.now();
        return new SettingsPage.Session(
                session.name(),
                BrowserName.of(session.browser()).orElseGet(() -> words.t("settings.browser")),
                words.moment(session.since(), now, account.zone()),
                words.moment(session.lastUsedAt(), now, account.zone()),
                here);
    }
}

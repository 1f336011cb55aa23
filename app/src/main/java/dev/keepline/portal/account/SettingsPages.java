package dev.keepline.portal.account;

import dev.keepline.identity.Accounts;
import dev.keepline.identity.Changed;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.OpenSession;
import dev.keepline.identity.OpenSessions;
import dev.keepline.identity.OwnAccount;
import dev.keepline.portal.account.SettingsPage.Tried;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.support.WrittenRules;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
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
            List.of("person", "password", "email", "email-changed", "email-cancelled", "session", "sessions");

    private final Pages pages;
    private final Answers answers;
    private final Languages languages;
    private final Known known;
    private final OpenSessions sessions;

    SettingsPages(Pages pages, Answers answers, Languages languages, Known known, OpenSessions sessions) {
        this.pages = pages;
        this.answers = answers;
        this.languages = languages;
        this.known = known;
        this.sessions = sessions;
    }

    /** What is known of whoever looks. */
    @Component
    record Known(Accounts accounts, OwnAccount own) {}

    ModelAndView show(CurrentAccount account, String done, HttpServletRequest request) {
        var words = pages.words(request);
        var notice = DONE.contains(done) ? Optional.of(words.h("settings.done." + done)) : Optional.<Shown>empty();
        return answers.page("settings", page(account, request, Optional.empty(), notice), HttpStatus.OK);
    }

    /** The page with what is wrong beside its field, and with what was typed. */
    ModelAndView problem(CurrentAccount account, Tried tried, HttpServletRequest request) {
        return problem(account, tried, request, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Back to the page when it was done; with what is wrong otherwise. */
    ModelAndView after(
            Changed changed,
            CurrentAccount account,
            Sent sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var words = pages.words(request);
        return switch (changed) {
            case Changed.Done _ -> SeeOther.to("/settings?done=" + sent.form());
            case Changed.Wrong _ -> problem(account, sent.wrong("present", words.h("settings.wrong")), request);
            case Changed.Poor(var problem) ->
                problem(account, sent.wrong("password", Answers.password(problem, words)), request);
            case Changed.Wait(var until) ->
                problem(
                        account,
                        sent.wrong("", answers.wait(until, words, response)),
                        request,
                        HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    /** A form as it was sent, without its passwords. */
    record Sent(String form, Map<String, String> typed) {

        Tried wrong(String field, Shown problem) {
            return new Tried(form, field, problem, typed);
        }
    }

    Words words(HttpServletRequest request) {
        return pages.words(request);
    }

    private ModelAndView problem(CurrentAccount account, Tried tried, HttpServletRequest request, HttpStatus status) {
        return answers.page("settings", page(account, request, Optional.of(tried), Optional.empty()), status);
    }

    private SettingsPage page(
            CurrentAccount account, HttpServletRequest request, Optional<Tried> tried, Optional<Shown> done) {
        var words = pages.words(request);
        var to = known.accounts().recipient(account.id());
        var letters = typed(tried, "language").or(() -> letters(account, words)).orElse(SettingsPage.LIKE_PAGES);
        var zone = typed(tried, "zone").flatMap(Zones::parse).orElse(account.zone());
        var person = new SettingsPage.Person(
                typed(tried, "name").map(WrittenRules::mask).orElse(account.name()),
                to.map(reader -> reader.email().value()).orElse(""),
                known.own().pendingEmail(account.id()).map(EmailAddress::value),
                zone,
                Zones.with(zone),
                letters,
                languages.all());
        return new SettingsPage(person, shown(account, words, request), tried, done);
    }

    /** What is true now: letters that follow the pages but are in another language still are shown as what they are. */
    private Optional<String> letters(CurrentAccount account, Words words) {
        return known.accounts()
                .letters(account.id())
                .map(now ->
                        now.followsPages() && now.tag().equals(words.language().tag())
                                ? SettingsPage.LIKE_PAGES
                                : now.tag());
    }

    private static Optional<String> typed(Optional<Tried> tried, String field) {
        return tried.flatMap(one -> Optional.ofNullable(one.typed().get(field)));
    }

    private List<SettingsPage.Session> shown(CurrentAccount account, Words words, HttpServletRequest request) {
        var here = request.getSession().getId();
        return sessions.of(account.id()).stream()
                .map(session -> shown(session, session.is(here), account, words))
                .toList();
    }

    /** With its day, also today's: how long somebody has been signed in is what one looks for. */
    private static Shown day(Instant at, CurrentAccount account, Words words) {
        var zone = account.zone();
        return words.h("settings.since", "day", words.day(LocalDate.ofInstant(at, zone)), "time", words.time(at, zone));
    }

    private SettingsPage.Session shown(OpenSession session, boolean here, CurrentAccount account, Words words) {
        var now = answers.now();
        return new SettingsPage.Session(
                session.name(),
                BrowserName.of(session.browser()).orElseGet(() -> words.t("settings.browser")),
                day(session.since(), account, words),
                words.moment(session.lastUsedAt(), now, account.zone()),
                here);
    }
}

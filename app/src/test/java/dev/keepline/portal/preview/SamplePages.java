package dev.keepline.portal.preview;

import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.CaseId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.lines.Line;
import dev.keepline.lines.Management;
import dev.keepline.lines.Refresh;
import dev.keepline.portal.account.LoginPage;
import dev.keepline.portal.console.CaseListTexts;
import dev.keepline.portal.console.ConsolePage;
import dev.keepline.portal.console.DeskTexts;
import dev.keepline.portal.errors.ErrorPage;
import dev.keepline.portal.frame.Frame.Viewer;
import dev.keepline.portal.lines.Freshness;
import dev.keepline.portal.lines.LinePageTexts;
import dev.keepline.portal.lines.LineState;
import dev.keepline.portal.lines.LinesPage;
import dev.keepline.portal.renew.FitRules;
import dev.keepline.portal.renew.QuotePage;
import dev.keepline.portal.renew.QuoteTexts;
import dev.keepline.portal.renew.RenewTexts;
import dev.keepline.portal.renewals.ProofTexts;
import dev.keepline.portal.renewals.TrackerTexts;
import dev.keepline.portal.words.Words;
import dev.keepline.reminders.Reminder;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.RenewalView;
import dev.keepline.support.SupportCase;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The pages, each with data that shows what it can. */
final class SamplePages {

    private static final QuoteTexts.Buyer BUYER = new QuoteTexts.Buyer("Lin Wei", new PlaceOfUse("NY", "10001"));

    private final Words w;

    SamplePages(Words words) {
        this.w = words;
    }

    record Sample(String template, Viewer viewer, Object page) {}

    Map<String, Sample> all() {
        var pages = new TreeMap<String, Sample>();
        pages.put("login", nobody("page/login", login(Optional.empty())));
        pages.put("login-wrong", nobody("page/login", login(Optional.of("login.wrong"))));
        pages.put("lines", subscriber("page/lines", LinesPage.of(SampleLines.all(), List.of(), w, SampleLines.NOW)));
        pages.put("lines-none", subscriber("page/lines", LinesPage.of(List.of(), List.of(), w, SampleLines.NOW)));
        lines(pages);
        renewing(pages);
        for (var phase : Phase.values()) {
            var name = "tracker-" + phase.name().toLowerCase(Locale.ROOT);
            pages.put(name, subscriber("page/tracker", tracker().page(SampleRenewals.tracked(phase))));
        }
        pages.put("console", new Sample("page/console", Viewer.STAFF, console(cases())));
        pages.put("console-empty", new Sample("page/console", Viewer.STAFF, console(List.of())));
        for (var kind :
                List.of("missing", "form", "unreadable", "refused", "unsent", "large", "often", "broken", "paying")) {
            pages.put("error-" + kind, subscriber("page/error", new ErrorPage(kind, "51c802f09ab4", "/")));
        }
        return pages;
    }

    private void lines(Map<String, Sample> pages) {
        var texts = new LinePageTexts(w, SampleLines.NOW, SampleLines.ZONE);
        var home = new Line.Home(new PlaceOfUse("NY", "10001"), SampleLines.ZONE);
        for (var card : SampleLines.all()) {
            var line = new Line(
                    new AccountId(new UUID(1, 1)),
                    card.who().id(),
                    new Line.Identity(
                            card.who().carrier().code(),
                            card.who().label(),
                            Optional.empty(),
                            Optional.empty(),
                            Management.MANAGED),
                    home,
                    Optional.empty(),
                    new Line.Dates(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                    1);
            var history = card.state() == LineState.DUE
                    ? List.of(
                            SampleRenewals.tracked(Phase.ORDERED).renewal(),
                            SampleRenewals.tracked(Phase.RENEWED).renewal(),
                            SampleRenewals.tracked(Phase.NOT_CHARGED).renewal())
                    : List.<RenewalView>of();
            var fresh = new Freshness(
                    card.state() != LineState.OWN,
                    Optional.of(new Refresh(
                            SampleLines.NOW.minusSeconds(240),
                            Optional.of(
                                    new Refresh.Answer(Refresh.Result.NO_ANSWER, SampleLines.NOW.minusSeconds(220))))),
                    card.state() == LineState.DUE ? Optional.of(SampleLines.NOW.plusSeconds(40)) : Optional.empty());
            pages.put(
                    "line-" + card.state().css(),
                    subscriber(
                            "page/line",
                            texts.page(
                                    line,
                                    card,
                                    new LinePageTexts.Known(
                                            history, List.of(), List.of(), Optional.empty(), fresh, reminded(line)))));
        }
    }

    private void renewing(Map<String, Sample> pages) {
        var renew = new RenewTexts(w, SampleLines.NOW);
        var nothing = RenewTexts.Entered.NOTHING;
        var wrong = new RenewTexts.Entered("att-prepaid-top-up", "abc", Optional.of(w.h("noquote.amount")));
        pages.put(
                "renew",
                subscriber(
                        "page/renew",
                        renew.page(
                                SampleLines.due(),
                                SampleRenewals.offers(),
                                Optional.of(new FitRules.Need(4.2e9, 24)),
                                nothing)));
        pages.put(
                "renew-wrong",
                subscriber(
                        "page/renew", renew.page(SampleLines.due(), SampleRenewals.offers(), Optional.empty(), wrong)));
        pages.put(
                "renew-credit",
                subscriber(
                        "page/renew",
                        renew.page(
                                SampleLines.near(), List.of(SampleRenewals.credit(false)), Optional.empty(), nothing)));
        pages.put(
                "renew-elsewhere",
                subscriber(
                        "page/renew",
                        renew.page(SampleLines.own(), SampleRenewals.elsewhere(), Optional.empty(), nothing)));
        var quote = new QuoteTexts(w, SampleLines.NOW, ZoneId.of("Asia/Shanghai"));
        var late = new QuoteTexts(w, SampleLines.NOW.plusSeconds(3600), ZoneId.of("Asia/Shanghai"));
        pages.put(
                "quote",
                subscriber(
                        "page/quote",
                        quote.page(SampleRenewals.quote(), SampleRenewals.about(), BUYER, Optional.empty())));
        pages.put(
                "quote-credit",
                subscriber(
                        "page/quote",
                        quote.page(
                                SampleRenewals.creditQuote(),
                                SampleRenewals.about(),
                                BUYER,
                                Optional.of(QuotePage.Problem.of(w.h("quote.terms.missing"))))));
        pages.put(
                "quote-expired",
                subscriber(
                        "page/quote",
                        late.page(SampleRenewals.quote(), SampleRenewals.about(), BUYER, Optional.empty())));
        var proof = new ProofTexts(w, SampleLines.NOW, ZoneId.of("Asia/Shanghai"))
                .page(
                        SampleRenewals.tracked(Phase.RENEWED),
                        SampleRenewals.about(),
                        "Lin Wei",
                        "Keepline demonstration",
                        Optional.of(SamplePapers.check(w)));
        pages.put("proof", subscriber("page/proof", proof.orElseThrow()));
        pages.put("bills", subscriber("page/bills", SamplePapers.bills(w)));
        SamplePapers.pages(w).forEach((name, page) -> pages.put(name, nobody("page/verify", page)));
    }

    private TrackerTexts tracker() {
        return new TrackerTexts(w, SampleLines.NOW, ZoneId.of("Asia/Shanghai"));
    }

    private static LinePageTexts.Reminded reminded(Line line) {
        var last = SampleLines.NOW.atZone(line.home().zone()).toLocalDate().plusDays(12);
        var kind = Reminder.Kind.SERVICE;
        return new LinePageTexts.Reminded(
                Set.of(kind), List.of(new Reminder(kind, last, 7), new Reminder(kind, last, 0)), false);
    }

    private ConsolePage console(List<SupportCase> open) {
        var texts = new CaseListTexts(
                new DeskTexts(w, SampleLines.NOW, java.time.ZoneOffset.UTC), new AccountId(new UUID(9, 9)));
        var rows = open.stream()
                .map(one -> new CaseListTexts.Row(one, "Wei", Optional.empty()))
                .toList();
        var none = new ConsolePage.Questions(dev.keepline.support.Conversation.State.OPEN, List.of());
        return ConsolePage.of(none, texts.entries(rows), w);
    }

    private static List<SupportCase> cases() {
        return List.of(new SupportCase(
                new AccountId(new UUID(1, 1)),
                new CaseId(new UUID(2, 2)),
                Optional.of(new RenewalId(new UUID(5, 5))),
                "CARRIER_SILENT",
                "ordered at 2026-11-25T19:10:00Z",
                SampleLines.NOW.minusSeconds(900),
                "operations"));
    }

    private LoginPage login(Optional<String> problem) {
        return new LoginPage(
                LoginPage.example(java.time.LocalDate.parse("2026-11-25")),
                "wei@example.com",
                "/",
                "",
                problem.map(w::h),
                Optional.empty());
    }

    private static Sample nobody(String template, Object page) {
        return new Sample(template, Viewer.NOBODY, page);
    }

    private static Sample subscriber(String template, Object page) {
        return new Sample(template, Viewer.SUBSCRIBER, page);
    }
}

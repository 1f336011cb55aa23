package dev.keepline.portal.web;

import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Catalogue;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Validity;
import dev.keepline.lines.Elsewhere;
import dev.keepline.lines.ElsewhereRules.Follows;
import dev.keepline.lines.Line;
import dev.keepline.lines.TrackedLines;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.Said;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.lines.ElsewherePage;
import dev.keepline.portal.lines.TrackTexts;
import dev.keepline.portal.lines.Typed;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Records that a tracked line was renewed elsewhere: shows what follows first, and changes nothing before it is confirmed. */
@Controller
@ConditionalOnWebApplication
class ElsewhereController {

    private final Pages pages;
    private final LineDesk desks;
    private final TrackedLines tracked;
    private final Catalogue catalogue;
    private final InstantSource clock;

    ElsewhereController(Pages pages, LineDesk desks, TrackedLines tracked, Catalogue catalogue, InstantSource clock) {
        this.pages = pages;
        this.desks = desks;
        this.tracked = tracked;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/lines/{id}/elsewhere")
    ModelAndView form(@PathVariable("id") String id, AccountId account, HttpServletRequest request) {
        var desk = desk(account, id);
        var today = desk.card().today(clock.instant()).toString();
        return page(desk, new Typed(Map.of("on", today), Map.of()), Optional.empty(), request);
    }

    @PostMapping("/lines/{id}/elsewhere")
    ModelAndView typed(
            @PathVariable("id") String id,
            @RequestParam Map<String, String> values,
            AccountId account,
            HttpServletRequest request) {
        var desk = desk(account, id);
        var now = clock.instant();
        var form = new TrackForm(values, catalogue, pages.words(request));
        var said = form.elsewhere(desk.line(), desk.card().today(now));
        if (said.isEmpty()) {
            return page(desk, form.typed(), Optional.empty(), request);
        }
        var follows = tracked.wouldFollow(desk.line(), said.get(), now);
        if (follows.isEmpty()) {
            form.wrong(
                    "until",
                    onlyMoney(desk.line(), said.get()) ? "elsewhere.wrong.norule.amount" : "elsewhere.wrong.norule");
            return page(desk, form.typed(), Optional.empty(), request);
        }
        var shorter = shorter(desk, follows.get());
        var seen = seen(said.get(), follows.get(), shorter);
        boolean record = "record".equals(values.get("step"));
        if (!record || !seen.equals(values.get("seen"))) {
            var shown = say(follows.get(), shorter, seen, record && values.containsKey("seen"), pages.words(request));
            return page(desk, form.typed(), Optional.of(shown), request);
        }
        return record(desk.line(), said.get(), now);
    }

    /** Whether an amount was typed where a plan could have been chosen. */
    private boolean onlyMoney(Line line, Elsewhere said) {
        return said.amount().isPresent()
                && said.offering().isEmpty()
                && !catalogue
                        .offerings(new CarrierId(line.identity().carrier()))
                        .isEmpty();
    }

    private ModelAndView record(Line line, Elsewhere said, Instant now) {
        Found.or404(tracked.renewedElsewhere(line.account(), line.id(), said, now));
        return SeeOther.to(Said.with("/lines/" + line.id(), "elsewhere"));
    }

    /** By how many days service would end earlier than now; empty where it would not. */
    private static Optional<Long> shorter(Cards.Desk desk, Follows follows) {
        return desk.card()
                .dates()
                .clocks()
                .serviceEndsOn()
                .map(now -> ChronoUnit.DAYS.between(follows.serviceEndsOn(), now))
                .filter(days -> days > 0);
    }

    /** What was typed and what follows from it: it is recorded only as it was seen. */
    private static String seen(Elsewhere said, Follows follows, Optional<Long> shorter) {
        return Stream.of(
                        Optional.of(said.on()),
                        said.amount().map(Money::minor),
                        said.offering(),
                        said.endsOn(),
                        Optional.of(follows.serviceEndsOn()),
                        follows.numberLostOn(),
                        shorter)
                .map(part -> part.map(Object::toString).orElse("-"))
                .collect(Collectors.joining(" "));
    }

    private static ElsewherePage.Follows say(
            Follows follows, Optional<Long> shorter, String seen, boolean changed, Words w) {
        return new ElsewherePage.Follows(
                said(follows, w), shorter.map(days -> w.h("elsewhere.shorter", "n", days)), seen, changed);
    }

    private static Shown said(Follows follows, Words w) {
        var service = w.date(Validity.lastDayBefore(follows.serviceEndsOn()));
        boolean byRule = follows.byRule();
        return follows.numberLostOn()
                .map(lost -> w.h(
                        byRule ? "elsewhere.rule.both" : "elsewhere.own.both",
                        "service",
                        service,
                        "number",
                        w.date(Validity.lastDayBefore(lost))))
                .orElseGet(() -> w.h(byRule ? "elsewhere.rule" : "elsewhere.own", "service", service));
    }

    /** Where the carrier's record can be read, it says what was paid; anything else is the subscriber's word. */
    private Cards.Desk desk(AccountId account, String id) {
        return Found.or404(desks.find(account, Found.id(id, LineId::parse)).filter(desk -> desks.byWord(desk.line())));
    }

    private ModelAndView page(
            Cards.Desk desk, Typed typed, Optional<ElsewherePage.Follows> follows, HttpServletRequest request) {
        var lists = new TrackTexts(pages.words(request), catalogue)
                .plansOf(desk.line().identity().carrier());
        var page = new ElsewherePage(
                "/lines/" + desk.line().id(), Shown.unbroken(desk.card().who().number()), lists, follows, typed);
        var view = new ModelAndView(pages.page("elsewhere", page));
        view.setStatus(typed.good() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}

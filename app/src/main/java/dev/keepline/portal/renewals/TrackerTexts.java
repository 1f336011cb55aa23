package dev.keepline.portal.renewals;

import dev.keepline.carriers.ProofLevel;
import dev.keepline.catalog.LapseRules;
import dev.keepline.portal.life.Certainty;
import dev.keepline.portal.life.Clocks;
import dev.keepline.portal.life.Life;
import dev.keepline.portal.lines.LineTexts;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.RenewalView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Puts words to a renewal under way. */
public final class TrackerTexts {

    private final Words w;
    private final Instant now;
    private final ZoneId reader;

    /** @param reader the zone of the person who reads */
    public TrackerTexts(Words words, Instant now, ZoneId reader) {
        this.w = words;
        this.now = now;
        this.reader = reader;
    }

    /**
     * How the reader came to the page.
     *
     * @param paid from the gateway's page, which had taken the payment
     */
    public record Came(boolean paid) {

        /** By no special way. */
        public static final Came PLAIN = new Came(false);

        private String query() {
            return paid ? "?paid" : "";
        }
    }

    public TrackerPage page(Tracked tracked) {
        return page(tracked, Came.PLAIN);
    }

    /** Somebody who has just paid is told that we look for the payment, never to pay once more. */
    public TrackerPage page(Tracked tracked, Came came) {
        var view = tracked.renewal();
        var phase = view.phase();
        boolean looking = came.paid() && phase == Phase.TO_PAY;
        boolean unpaid = !looking && (phase == Phase.TO_PAY || phase == Phase.OPENING);
        var zone = tracked.card().dates().zone();
        var steps = new TrackerSteps(w, view, carrier(tracked), new TrackerSteps.Clock(now, zone));
        return new TrackerPage(
                view.id().toString(),
                head(tracked, looking),
                looking ? steps.lookingForPayment() : steps.steps(),
                meaning(tracked, looking),
                picture(tracked),
                new TrackerPage.Links(
                        view.standing().pay().map(pay -> pay.url().toString()).filter(_ -> !looking),
                        phase == Phase.RENEWED || phase == Phase.OWED
                                ? Optional.of("/renewals/" + view.id() + "/proof")
                                : Optional.empty(),
                        phase == Phase.NOT_CHARGED || phase == Phase.REFUNDED
                                ? Optional.of("/lines/" + view.bought().line() + "/renew")
                                : Optional.empty(),
                        unpaid ? Optional.of("/renewals/" + view.id() + "/cancel") : Optional.empty(),
                        phase.over() ? Optional.of("/lines/" + view.bought().line()) : Optional.empty()),
                new TrackerPage.Way(phase.over(), !phase.over() && (looking || phase != Phase.TO_PAY), came.query()));
    }

    private TrackerPage.Head head(Tracked tracked, boolean looking) {
        var phase = tracked.renewal().phase();
        var number = Shown.unbroken(tracked.card().who().number());
        var safe = newNumberDate(tracked);
        var money = tracked.renewal().bought().onlyMoney();
        var headline = phase == Phase.RENEWED && money.isEmpty() && safe.isPresent()
                ? w.h(
                        "track.h.RENEWED.date",
                        "number",
                        number,
                        "date",
                        w.date(safe.get().minusDays(1)))
                : w.h(
                        byRoad(tracked, "track.h." + phase),
                        "number",
                        number,
                        "carrier",
                        carrier(tracked),
                        "credit",
                        money.<Object>map(amount -> amount).orElse(""));
        return new TrackerPage.Head(
                looking ? w.h("track.h.LOOKING") : headline,
                looking ? w.h("track.p.LOOKING") : intro(tracked),
                number,
                w.h(money.isPresent() ? "track.steps.money" : "track.steps", "number", number));
    }

    private Shown intro(Tracked tracked) {
        var view = tracked.renewal();
        var why = EndTexts.why(w, view, carrier(tracked));
        if (why.isPresent()) {
            return why.get();
        }
        var until = view.standing().pay().map(RenewalView.PayAt::until).orElse(now);
        return w.h(
                byRoad(tracked, "track.p." + view.phase()),
                "carrier",
                carrier(tracked),
                "until",
                w.moment(until, now, tracked.card().dates().zone()));
    }

    private TrackerPage.Meaning meaning(Tracked tracked, boolean looking) {
        var phase = looking ? "LOOKING" : tracked.renewal().phase().name();
        var money = tracked.renewal().bought().price().total();
        return new TrackerPage.Meaning(
                looking ? w.h("money.LOOKING", "money", money) : money(tracked),
                line(tracked),
                w.h(byRoad(tracked, "we." + phase), "carrier", carrier(tracked)),
                w.h(you(tracked, "you." + phase), "carrier", carrier(tracked)),
                zones(tracked.card().dates().zone()));
    }

    /**
     * What is promised depends on the road: over some the carrier's record cannot be read, and nobody can watch it. Where
     * only money was credited, nothing is renewed.
     */
    private String byRoad(Tracked tracked, String key) {
        boolean readable = tracked.renewal().bought().proof().level() == ProofLevel.READ_BACK;
        var money = w.key(key, tracked.renewal().onlyMoney(), "money");
        return money.equals(key) ? w.key(key, !readable, "credit") : money;
    }

    /** Nobody is hurried whose dates are far away. */
    private String you(Tracked tracked, String key) {
        var money = w.key(key, tracked.renewal().onlyMoney(), "money");
        var ends = tracked.card().dates().clocks().serviceEndsOn();
        var soon = tracked.card().today(now).plusDays(LapseRules.NEAR_WITHIN_DAYS);
        return money.equals(key) ? w.key(key, ends.filter(soon::isBefore).isPresent(), "fine") : money;
    }

    /** Until when money is held is said in the zone that the page speaks in. */
    private Shown money(Tracked tracked) {
        var view = tracked.renewal();
        var zone = tracked.card().dates().zone();
        var money = view.bought().price().total();
        var held = view.standing().held();
        var text = w.h("money." + view.phase(), "money", money);
        return held.map(hold -> w.join(List.of(
                        text, w.h("money.hold.ends", "day", w.day(LocalDate.ofInstant(hold.captureBefore(), zone))))))
                .orElse(text);
    }

    private Shown line(Tracked tracked) {
        var clocks = tracked.card().dates().clocks();
        var now_ = clocks.serviceEndsOn()
                .map(day -> w.h("line.service", "date", w.date(day.minusDays(1))))
                .orElseGet(() -> w.h("line.service.unknown"));
        var number = clocks.numberLostOn().map(day -> w.h("line.number", "date", w.date(day.minusDays(1))));
        var effect = w.h(byRoad(tracked, "line." + tracked.renewal().phase()), "carrier", carrier(tracked));
        return w.join(number.map(text -> List.of(effect, now_, text)).orElseGet(() -> List.of(effect, now_)));
    }

    /** In whose time the page speaks, and what time it is for the reader where that differs. */
    private Shown zones(ZoneId zone) {
        boolean same = zone.getRules().getOffset(now).equals(reader.getRules().getOffset(now));
        return same
                ? w.h("track.zone", "zone", w.zone(zone))
                : w.h(
                        "track.zones",
                        "zone",
                        w.zone(zone),
                        "time",
                        w.elsewhere(now, zone, reader),
                        "reader",
                        w.zone(reader));
    }

    private Optional<TrackerPage.Picture> picture(Tracked tracked) {
        var promise = tracked.quote().promise();
        if (promise.serviceEndsOn().isEmpty()) {
            return Optional.empty();
        }
        var card = tracked.card();
        var today = card.today(now);
        var before = card.dates().clocks();
        var phase = tracked.renewal().phase();
        if (phase == Phase.RENEWED || phase == Phase.OWED || phase == Phase.CONFIRMED) {
            var span = Life.span(before, today, card.dates().periodStart());
            return Optional.of(new TrackerPage.Picture(Life.of(before, today, span), w.h("track.now")));
        }
        var after = new Clocks(promise.serviceEndsOn(), Certainty.READ, promise.numberLostOn(), Optional.empty());
        return switch (phase) {
            case NOT_CHARGED, RELEASING, REFUNDING, REFUNDED, REFUND_FAILED -> Optional.empty();
            default -> {
                var span = Life.span(List.of(before, after), today);
                yield Optional.of(new TrackerPage.Picture(Life.adding(before, after, today, span), asked(after)));
            }
        };
    }

    private Shown asked(Clocks after) {
        var service = w.date(after.serviceEndsOn().orElseThrow().minusDays(1));
        return after.numberLostOn()
                .map(lost -> w.h("track.asked", "service", service, "number", w.date(lost.minusDays(1))))
                .orElseGet(() -> w.h("track.asked.service", "service", service));
    }

    private static Optional<LocalDate> newNumberDate(Tracked tracked) {
        return tracked.card().dates().clocks().numberLostOn();
    }

    private String carrier(Tracked tracked) {
        return new LineTexts(w, now).shortName(tracked.card());
    }
}

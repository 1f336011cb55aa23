package dev.keepline.portal.renewals;

import dev.keepline.carriers.ProofLevel;
import dev.keepline.carriers.Snapshot;
import dev.keepline.catalog.LapseRules;
import dev.keepline.portal.life.Certainty;
import dev.keepline.portal.life.Clocks;
import dev.keepline.portal.life.Life;
import dev.keepline.portal.lines.LineTexts;
import dev.keepline.portal.lines.Source;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.RenewalView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts words to a renewal under way. */
public final class TrackerTexts {

    /** While one waits in these, the number may be lost meanwhile. */
    private static final Set<Phase> DANGEROUS = EnumSet.of(Phase.ORDERED, Phase.CONFIRMING, Phase.IN_REVIEW);

    /** So many days after the end of the hold are near: who then begins anew has no time for it. */
    private static final int NEAR_DAYS = 3;

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
        var steps = new TrackerSteps(w, tracked, carrier(tracked), new TrackerSteps.Clock(now, reader));
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
                        phase == Phase.NOT_CHARGED || phase == Phase.REFUNDED || phase == Phase.RETURNED
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
                        byRoad(tracked, "track.h." + (tracked.renewal().refundArrived(now) ? "ARRIVED" : phase)),
                        "number",
                        number,
                        "carrier",
                        carrier(tracked),
                        "credit",
                        money.<Object>map(amount -> amount).orElse(""));
        return new TrackerPage.Head(
                looking ? w.h("track.h.LOOKING") : headline,
                looking ? w.h("track.p.LOOKING") : intro(tracked),
                ordered(tracked),
                number,
                w.h(money.isPresent() ? "track.steps.money" : "track.steps", "number", number));
    }

    /** What was chosen and what it costs: the line may be on another plan by now. */
    private Optional<Shown> ordered(Tracked tracked) {
        var total = w.money(tracked.renewal().bought().price().total());
        return tracked.offering()
                .map(name -> w.h("track.ordered", "name", name.in(w.language().locale()), "money", total));
    }

    private Shown intro(Tracked tracked) {
        var view = tracked.renewal();
        var why = EndTexts.why(w, view, carrier(tracked));
        if (why.isPresent()) {
            return why.get();
        }
        if (view.phase() == Phase.CONFIRMED && slow(view)) {
            return w.h("track.p.CONFIRMED.slow");
        }
        var danger = danger(tracked);
        if (danger.isPresent()) {
            return danger.get();
        }
        var until = view.standing().pay().map(RenewalView.PayAt::until).orElse(now);
        return w.h(
                byRoad(tracked, "track.p." + view.phase()),
                "carrier",
                carrier(tracked),
                "until",
                w.moment(until, now, reader));
    }

    private boolean slow(RenewalView view) {
        return Optional.ofNullable(view.reached().get(Phase.CONFIRMED))
                .filter(at -> at.plus(TrackerSteps.SLOW_CHARGE).isBefore(now))
                .isPresent();
    }

    /**
     * Waiting may last as long as the hold, and the number may be lost before: then that comes first, with what can be done
     * until when. Empty while nothing is held, and where the number is safe for longer.
     */
    private Optional<Shown> danger(Tracked tracked) {
        var zone = tracked.card().dates().zone();
        var lost = tracked.card().dates().clocks().numberLostOn();
        var hold = tracked.renewal().standing().held().map(RenewalView.Held::captureBefore);
        if (lost.isEmpty()
                || hold.isEmpty()
                || !DANGEROUS.contains(tracked.renewal().phase())) {
            return Optional.empty();
        }
        var ends = LocalDate.ofInstant(hold.get(), zone);
        return lost.filter(day -> day.isBefore(ends.plusDays(NEAR_DAYS)))
                .map(day -> w.h(
                        "track.danger",
                        "date",
                        w.date(day.minusDays(1)),
                        "by",
                        w.date(day.minusDays(2)),
                        "carrier",
                        carrier(tracked)));
    }

    private TrackerPage.Meaning meaning(Tracked tracked, boolean looking) {
        var phase = looking ? "LOOKING" : tracked.renewal().phase().name();
        var money = tracked.renewal().bought().price().total();
        return new TrackerPage.Meaning(
                looking ? w.h("money.LOOKING", "money", money) : money(tracked),
                line(tracked),
                w.h(byRoad(tracked, "we." + phase), "carrier", carrier(tracked)),
                you(tracked, phase),
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

    private Shown you(Tracked tracked, String phase) {
        var danger = danger(tracked);
        return danger.isPresent()
                ? w.h("you.danger", "carrier", carrier(tracked))
                : w.h(advice(tracked, "you." + phase), "carrier", carrier(tracked));
    }

    /** Nobody is hurried whose dates are far away. */
    private String advice(Tracked tracked, String key) {
        var money = w.key(key, tracked.renewal().onlyMoney(), "money");
        var ends = tracked.card().dates().clocks().serviceEndsOn();
        var soon = tracked.card().today(now).plusDays(LapseRules.NEAR_WITHIN_DAYS);
        return money.equals(key) ? w.key(key, ends.filter(soon::isBefore).isPresent(), "fine") : money;
    }

    /** Until when money is held is said in the reader's zone, as all that concerns money. */
    private Shown money(Tracked tracked) {
        var view = tracked.renewal();
        var money = view.bought().price().total();
        var held = view.standing().held();
        var text = w.h(
                "money." + view.money(now),
                "money",
                money,
                "reference",
                view.standing().returned().orElse("—"));
        return held.map(hold -> w.join(List.of(
                        text, w.h("money.hold.ends", "day", w.day(LocalDate.ofInstant(hold.captureBefore(), reader))))))
                .orElse(text);
    }

    /** Proven and not booked yet, the line has the dates of the proof: the books follow with the charge. */
    private Clocks clocks(Tracked tracked) {
        var known = tracked.card().dates().clocks();
        if (tracked.renewal().phase() != Phase.CONFIRMED) {
            return known;
        }
        var zone = tracked.card().dates().zone();
        var promise = tracked.quote().promise();
        var service = tracked.renewal()
                .standing()
                .shown()
                .flatMap(RenewalView.Shown::after)
                .flatMap(Snapshot::expiresAt)
                .map(at -> LocalDate.ofInstant(at, zone))
                .or(promise::serviceEndsOn);
        return service.isEmpty()
                ? known
                : new Clocks(service, Certainty.READ, promise.numberLostOn().or(known::numberLostOn), Optional.empty());
    }

    private Shown line(Tracked tracked) {
        var clocks = clocks(tracked);
        var by = tracked.renewal().phase() == Phase.IN_REVIEW ? ".by" : "";
        var now_ = clocks.serviceEndsOn()
                .map(day -> w.h(
                        "line.service" + by,
                        "date",
                        w.date(day.minusDays(1)),
                        "source",
                        source(tracked, tracked.card().dates().service())))
                .orElseGet(() -> w.h("line.service.unknown"));
        var number = clocks.numberLostOn()
                .map(day -> w.h(
                        "line.number" + by,
                        "date",
                        w.date(day.minusDays(1)),
                        "source",
                        source(tracked, tracked.card().dates().number())));
        var phase = tracked.renewal().phase();
        var key = danger(tracked).isEmpty() ? "line." + phase : "line.danger";
        var effect = w.h(byRoad(tracked, key), "carrier", carrier(tracked));
        return w.join(number.map(text -> List.of(effect, now_, text)).orElseGet(() -> List.of(effect, now_)));
    }

    /** In whose time the page speaks: what happens in the reader's, dates of the line in the line's. */
    private Shown zones(ZoneId zone) {
        boolean same = zone.getRules().getOffset(now).equals(reader.getRules().getOffset(now));
        return same
                ? w.h("track.zone", "zone", w.zone(reader))
                : w.h("track.zones", "zone", w.zone(zone), "reader", w.zone(reader));
    }

    private Optional<TrackerPage.Picture> picture(Tracked tracked) {
        var promise = tracked.quote().promise();
        if (promise.serviceEndsOn().isEmpty()) {
            return Optional.empty();
        }
        var card = tracked.card();
        var today = card.today(now);
        var before = clocks(tracked);
        var phase = tracked.renewal().phase();
        if (phase == Phase.RENEWED || phase == Phase.OWED || phase == Phase.CONFIRMED) {
            var span = Life.span(before, today, card.dates().periodStart());
            return Optional.of(new TrackerPage.Picture(Life.of(before, today, span), w.h("track.now")));
        }
        var after = new Clocks(promise.serviceEndsOn(), Certainty.READ, promise.numberLostOn(), Optional.empty());
        return switch (phase) {
            case NOT_CHARGED, RELEASING, REFUNDING, REFUNDED, REFUND_FAILED, RETURNED -> Optional.empty();
            default -> {
                var span = Life.span(List.of(before, after), today);
                yield Optional.of(new TrackerPage.Picture(
                        Life.adding(before, after, today, span), asked(after, tracked.renewal())));
            }
        };
    }

    /** Before anything is paid and ordered it is only what would come. */
    private Shown asked(Clocks after, RenewalView view) {
        boolean ordered = view.reached().containsKey(Phase.ORDERED);
        var service = w.date(after.serviceEndsOn().orElseThrow().minusDays(1));
        return after.numberLostOn()
                .map(lost -> w.h(
                        ordered ? "track.asked" : "track.would",
                        "service",
                        service,
                        "number",
                        w.date(lost.minusDays(1))))
                .orElseGet(() -> w.h(ordered ? "track.asked.service" : "track.would.service", "service", service));
    }

    private Optional<LocalDate> newNumberDate(Tracked tracked) {
        return clocks(tracked).numberLostOn();
    }

    /** By whose word a date is, which is not always the carrier's record. */
    private Shown source(Tracked tracked, Source source) {
        return new LineTexts(w, now).source(tracked.card(), source).words();
    }

    private String carrier(Tracked tracked) {
        return new LineTexts(w, now).shortName(tracked.card());
    }
}

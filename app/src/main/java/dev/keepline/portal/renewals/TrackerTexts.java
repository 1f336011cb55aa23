package dev.keepline.portal.renewals;

import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.RenewalView;
import java.time.Instant;
import java.time.ZoneId;
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
        var told = new Told(w, now, reader, tracked);
        var steps = new TrackerSteps(w, tracked, told.carrier(), new TrackerSteps.Clock(now, reader));
        return new TrackerPage(
                view.id().toString(),
                head(told, looking),
                looking ? steps.lookingForPayment() : steps.steps(),
                new TrackerMeaning(told).meaning(looking),
                new TrackerPicture(told).picture(),
                new TrackerPage.Links(
                        view.standing().pay().map(pay -> pay.url().toString()).filter(_ -> !looking),
                        phase == Phase.RENEWED || phase == Phase.OWED
                                ? Optional.of("/renewals/" + view.id() + "/proof")
                                : Optional.empty(),
                        again(view) ? Optional.of("/lines/" + view.bought().line() + "/renew") : Optional.empty(),
                        unpaid ? Optional.of("/renewals/" + view.id() + "/cancel") : Optional.empty(),
                        phase.over() ? Optional.of("/lines/" + view.bought().line()) : Optional.empty()),
                new TrackerPage.Way(phase.over(), !phase.over() && (looking || phase != Phase.TO_PAY), came.query()));
    }

    /** Whether choosing again is what helps. Who has to wait or to ask first finds the way on the line's page. */
    private static boolean again(RenewalView view) {
        return switch (view.phase()) {
            case NOT_CHARGED ->
                switch (EndTexts.next(view)) {
                    case AGAIN, OTHER -> true;
                    case WAIT, ASK -> false;
                };
            case REFUNDED, RETURNED -> true;
            default -> false;
        };
    }

    private TrackerPage.Head head(Told told, boolean looking) {
        var phase = told.view().phase();
        var number = Shown.unbroken(told.tracked().card().who().number());
        var safe = told.clocks().numberLostOn();
        var money = told.view().bought().onlyMoney();
        var headline = phase == Phase.RENEWED && money.isEmpty() && safe.isPresent()
                ? w.h(
                        told.view().topUp() ? "track.h.TOPPED.date" : "track.h.RENEWED.date",
                        "number",
                        number,
                        "date",
                        w.date(safe.get().minusDays(1)))
                : w.h(
                        told.byRoad("track.h." + (told.view().refundArrived(now) ? "ARRIVED" : phase)),
                        "number",
                        number,
                        "carrier",
                        told.carrier(),
                        "credit",
                        money.<Object>map(amount -> amount).orElse(""));
        return new TrackerPage.Head(
                looking ? w.h("track.h.LOOKING") : headline,
                looking ? w.h("track.p.LOOKING") : intro(told),
                ordered(told),
                number,
                w.h(told.view().topUp() ? "track.steps.money" : "track.steps", "number", number));
    }

    /** What was chosen and what it costs: the line may be on another plan by now. */
    private Optional<Shown> ordered(Told told) {
        var total = w.money(told.view().bought().price().total());
        return told.tracked()
                .offering()
                .map(name -> w.h("track.ordered", "name", name.in(w.language().locale()), "money", total));
    }

    private Shown intro(Told told) {
        var view = told.view();
        var why = EndTexts.why(w, view, told.carrier());
        if (why.isPresent()) {
            return why.get();
        }
        if (view.phase() == Phase.CONFIRMED && slow(view)) {
            return w.h("track.p.CONFIRMED.slow");
        }
        var danger = told.danger();
        if (danger.isPresent()) {
            return danger.get();
        }
        var until = view.standing().pay().map(RenewalView.PayAt::until).orElse(now);
        return w.h(
                told.byRoad("track.p." + view.phase()),
                "carrier",
                told.carrier(),
                "until",
                w.moment(until, now, reader));
    }

    private boolean slow(RenewalView view) {
        return Optional.ofNullable(view.reached().get(Phase.CONFIRMED))
                .filter(at -> at.plus(TrackerSteps.SLOW_CHARGE).isBefore(now))
                .isPresent();
    }
}

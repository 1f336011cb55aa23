package dev.keepline.portal.renewals;

import dev.keepline.carriers.ProofLevel;
import dev.keepline.portal.renewals.TrackerPage.Step;
import dev.keepline.portal.renewals.TrackerPage.Step.Kind;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Dossier;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.RenewalView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The four steps of a renewal, done, waited for or still to come; and what came instead. */
final class TrackerSteps {

    /** The engine opens a case after so long in doubt ({@code Patience.ALARM}). */
    private static final Duration PERSON_AFTER_ORDER = Duration.ofMinutes(15);

    /** A charge is answered within seconds; after so long the page says that it takes longer. */
    static final Duration SLOW_CHARGE = Duration.ofMinutes(1);

    /** A carrier's record may lag behind its word so long ({@code Patience.READ_BACK_LAG}); then a person looks. */
    private static final Duration PERSON_AFTER_CONFIRMATION = Duration.ofMinutes(10);

    /** Before an order is sent, the money is given back after so long ({@code Patience.BEFORE_ORDER}). */
    private static final Duration BEFORE_ORDER = Duration.ofMinutes(10);

    private final Words w;
    private final RenewalView view;
    private final Optional<Dossier.Sent> order;
    private final String carrier;
    private final Clock clock;

    /** What time it is, and where the reader is: what happens to money is told in the reader's time. */
    record Clock(Instant now, ZoneId zone) {}

    TrackerSteps(Words words, Tracked tracked, String carrier, Clock clock) {
        this.w = words;
        this.view = tracked.renewal();
        this.order = tracked.order();
        this.carrier = carrier;
        this.clock = clock;
    }

    /** Back from the gateway after paying, before the gateway has answered us. */
    List<Step> lookingForPayment() {
        return path(0, wait("authorised", w.h("step.authorised.LOOKING")));
    }

    List<Step> steps() {
        return switch (view.phase()) {
            case OPENING, TO_PAY, CLOSING -> path(0, wait("authorised", w.h("step.authorised." + view.phase())));
            case AUTHORISED ->
                path(
                        1,
                        wait(
                                "ordered",
                                w.h(
                                        level().equals("READ_BACK")
                                                ? "step.ordered.reading"
                                                : "step.ordered.reading.credit",
                                        "carrier",
                                        carrier),
                                until(Phase.AUTHORISED, BEFORE_ORDER, "step.until.release")));
            case NOT_PLACED ->
                path(
                        1,
                        wait(
                                "ordered",
                                w.h("step.ordered.notplaced", "carrier", carrier),
                                until(Phase.ORDERED, BEFORE_ORDER, "step.until.release")));
            case ORDERED ->
                path(
                        1,
                        wait(
                                "ordered",
                                w.h("step.ordered.waiting", "carrier", carrier),
                                until(Phase.ORDERED, PERSON_AFTER_ORDER, "step.until.person")));
            case CONFIRMING ->
                path(
                        2,
                        wait(
                                "confirmed",
                                w.h("step.confirmed.waiting", "carrier", carrier),
                                until(Phase.CONFIRMING, PERSON_AFTER_CONFIRMATION, "step.until.person")));
            case IN_REVIEW ->
                path(
                        2,
                        new Step(
                                Kind.HAND,
                                awaited("confirmed"),
                                List.of(w.h("step.confirmed.review", "carrier", carrier))));
            case CONFIRMED -> path(3, wait("captured", w.h(slow() ? "step.captured.slow" : "step.captured.waiting")));
            case RENEWED -> done(4);
            case RELEASING ->
                then(
                        done(got()),
                        stop(),
                        new Step(Kind.WAIT, w.h("step.released"), List.of(w.h("step.released.waiting"))));
            case NOT_CHARGED ->
                held() ? then(done(got()), stop(), ended("released", Phase.NOT_CHARGED)) : List.of(stop());
            case REFUNDING ->
                then(
                        done(4),
                        reversed(),
                        new Step(Kind.WAIT, w.h("step.refunded"), List.of(w.h("step.refunded.waiting"))));
            case REFUNDED -> then(done(4), reversed(), ended("refunded", Phase.REFUNDED));
            case REFUND_FAILED ->
                then(
                        done(4),
                        reversed(),
                        new Step(Kind.HAND, w.h("step.refunded"), List.of(w.h("step.refunded.failed"))));
            case RETURNED ->
                then(
                        done(4),
                        reversed(),
                        happened(
                                Kind.DONE,
                                w.h("step.returned"),
                                first(Phase.RETURNED),
                                w.h(
                                        "step.returned.done",
                                        "reference",
                                        view.standing().returned().orElse("—"))));
            case OWED ->
                then(
                        done(3),
                        new Step(Kind.HAND, w.h("step.captured.owed.title"), List.of(w.h(own("step.captured.owed")))));
        };
    }

    /** So many steps done, the one that is waited for, and the rest still to come. */
    private List<Step> path(int done, Step now) {
        var rest = Stream.of("authorised", "ordered", "confirmed", "captured")
                .skip(done + 1L)
                .map(step ->
                        new Step(Kind.NEXT, awaited(step), List.of(w.h("step." + step + ".next", "carrier", carrier))));
        return Stream.of(done(done).stream(), Stream.of(now), rest)
                .flatMap(steps -> steps)
                .toList();
    }

    private List<Step> done(int count) {
        var steps = new ArrayList<Step>();
        var held = fate();
        var money = w.money(view.bought().price().total());
        var texts = List.of(
                w.h("step.authorised.done." + held, "money", money),
                ordered(),
                w.h("step.confirmed.done." + (byWord() ? "WORD" : level()), "carrier", carrier),
                w.h("step.captured.done", "money", money));
        var times = List.of(
                first(Phase.AUTHORISED, Phase.ORDERED),
                order.map(Dossier.Sent::lastAt).or(() -> first(Phase.ORDERED)),
                first(Phase.CONFIRMED, Phase.RENEWED),
                first(Phase.RENEWED));
        var names = List.of("authorised", "ordered", "confirmed", "captured");
        for (int i = 0; i < count; i++) {
            steps.add(happened(Kind.DONE, title(names.get(i)), times.get(i), texts.get(i)));
        }
        return steps;
    }

    /** What has become of the hold. */
    private String fate() {
        return switch (view.phase()) {
            case RENEWED, REFUNDING, REFUNDED, REFUND_FAILED, RETURNED -> "CHARGED";
            case NOT_CHARGED, OWED -> "ENDED";
            default -> "NOW";
        };
    }

    private Shown ordered() {
        if (order.filter(sent -> sent.sends() > 1).isPresent()) {
            var sent = order.get();
            return w.h(
                    "step.ordered.again",
                    "n",
                    sent.sends(),
                    "first",
                    w.moment(sent.firstAt(), clock.now(), clock.zone()),
                    "ref",
                    view.standing().shown().map(shown -> mono(shown.vendorId())).orElseGet(() -> Shown.text("")));
        }
        return view.standing()
                .shown()
                .map(shown -> w.h("step.ordered.done.ref", "carrier", carrier, "ref", mono(shown.vendorId())))
                .orElseGet(() -> w.h("step.ordered.done", "carrier", carrier));
    }

    private static Shown mono(String reference) {
        var plain = Shown.text(reference);
        return new Shown(plain.plain(), "<span class=\"mono nb\">" + plain.html() + "</span>");
    }

    private Step stop() {
        var why = EndTexts.why(w, view, carrier);
        return new Step(Kind.STOP, w.h(own("step.stopped")), why.stream().toList());
    }

    private Step reversed() {
        return happened(
                Kind.STOP,
                w.h("step.reversed", "carrier", carrier),
                first(Phase.REFUNDING),
                w.h(own("step.reversed.text"), "carrier", carrier));
    }

    /** Where credit was bought, no plan was renewed. */
    private String own(String key) {
        return w.key(key, view.topUp(), "money");
    }

    /** How far it got before it stopped. */
    private int got() {
        if (first(Phase.CONFIRMED).isPresent()) {
            return 3;
        }
        if (first(Phase.CONFIRMING, Phase.IN_REVIEW).isPresent()) {
            return 2;
        }
        return held() ? 1 : 0;
    }

    private boolean held() {
        return first(Phase.AUTHORISED, Phase.ORDERED, Phase.RELEASING).isPresent();
    }

    private Step wait(String step, Shown... texts) {
        return new Step(Kind.WAIT, awaited(step), List.of(texts));
    }

    private Shown title(String step) {
        return w.h("step." + step + (step.equals("confirmed") ? "." + level() : ""), "carrier", carrier);
    }

    /** What is still waited for has not happened: its title says so. */
    private Shown awaited(String step) {
        return switch (step) {
            case "confirmed" -> w.h("step.confirmed." + level() + ".next", "carrier", carrier);
            case "ordered" -> w.h("step.ordered.awaited", "carrier", carrier);
            default -> title(step);
        };
    }

    private String level() {
        return view.bought().proof().level() == ProofLevel.READ_BACK ? "READ_BACK" : "AGGREGATOR";
    }

    private boolean byWord() {
        return view.standing().shown().map(RenewalView.Shown::byWord).orElse(false);
    }

    /** Whether the charge takes longer than it ever should. */
    private boolean slow() {
        return first(Phase.CONFIRMED)
                .filter(at -> at.plus(SLOW_CHARGE).isBefore(clock.now()))
                .isPresent();
    }

    private Shown until(Phase since, Duration patience, String key) {
        var by = first(since).orElse(clock.now()).plus(patience);
        return by.isBefore(clock.now())
                ? w.h(key + ".now", "carrier", carrier)
                : w.h(key, "at", w.moment(by, clock.now(), clock.zone()), "carrier", carrier);
    }

    /** The money went back. */
    private Step ended(String step, Phase phase) {
        return happened(Kind.DONE, w.h("step." + step), first(phase), w.h("step." + step + ".done"));
    }

    private Step happened(Kind kind, Shown title, Optional<Instant> at, Shown text) {
        return new Step(kind, title, at.map(time -> w.moment(time, clock.now(), clock.zone())), List.of(text));
    }

    private Optional<Instant> first(Phase... phases) {
        return Stream.of(phases)
                .flatMap(phase -> Optional.ofNullable(view.reached().get(phase)).stream())
                .min(Instant::compareTo);
    }

    private static List<Step> then(List<Step> before, Step... after) {
        return Stream.concat(before.stream(), Stream.of(after)).toList();
    }
}

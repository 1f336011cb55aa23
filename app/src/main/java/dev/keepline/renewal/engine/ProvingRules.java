package dev.keepline.renewal.engine;

import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.Outcome;
import dev.keepline.payments.Hold;
import dev.keepline.renewal.engine.Decision.CaseKind;
import dev.keepline.renewal.engine.Decision.LineEffect;
import dev.keepline.renewal.engine.Decision.Notice;
import dev.keepline.renewal.engine.ReadBackRules.Finding;
import java.time.Instant;
import java.util.Optional;

/** From the carrier's word to the carrier's record. Only a record that shows what was bought leads to a charge. */
final class ProvingRules {

    private static final int ASK_ORDER_EVERY = 3;

    static Decision start(Renewal renewal, Hold hold, Snapshot before, OrderRecord order, Instant now) {
        return read(renewal, new Stage.ReadingBack(hold, before, order, now, 0), now);
    }

    Decision readingBack(Renewal renewal, Stage.ReadingBack stage, Signal signal, Instant now) {
        return switch (signal) {
            case Signal.LineSaid(Outcome.Done(var after)) -> {
                var finding = compare(renewal, stage.before(), after, stage.order());
                yield switch (finding) {
                    case Finding.Shown _ ->
                        SettlingRules.capture(
                                renewal, stage.hold(), evidence(stage.order(), stage.before(), after), now);
                    case Finding.Wrong(var what) ->
                        review(renewal, stage, what, now).line(new LineEffect.Seen(after));
                    case Finding.NotYet(var what) ->
                        lag(renewal, stage, what, now).line(new LineEffect.Seen(after));
                };
            }
            case Signal.LineSaid _ -> lag(renewal, stage, "the carrier's record cannot be read", now);
            case Signal.OrderSaid(Outcome.Done(var order))
            when order.state() == OrderRecord.State.REVERSED -> reversed(renewal, stage.hold(), order, now);
            case Signal.OrderSaid _ -> lag(renewal, stage, "the carrier's record lags behind its word", now);
            default -> ask(renewal, stage, now);
        };
    }

    private Decision lag(Renewal renewal, Stage.ReadingBack stage, String what, Instant now) {
        if (now.isAfter(stage.since().plus(Patience.READ_BACK_LAG))) {
            return review(renewal, stage, what, now);
        }
        var next = new Stage.ReadingBack(stage.hold(), stage.before(), stage.order(), stage.since(), stage.asks() + 1);
        return Decision.to(next).wakeAt(Patience.next(now, renewal.id(), stage.asks()));
    }

    private Decision review(Renewal renewal, Stage.ReadingBack stage, String what, Instant now) {
        var next = new Stage.InReview(stage.hold(), stage.before(), stage.order(), what, 0);
        return Decision.to(next)
                .open(CaseKind.CARRIER_RECORD_DIFFERS, what)
                .tell(Notice.IN_REVIEW)
                .wakeAt(Patience.next(now, renewal.id(), 99));
    }

    /** A person looks; meanwhile we ask in turn whether the order was reversed and whether the record has caught up. */
    Decision inReview(Renewal renewal, Stage.InReview stage, Signal signal, Instant now) {
        return switch (signal) {
            case Signal.LineSaid(Outcome.Done(var after))
            when compare(renewal, stage.before(), after, stage.order()) instanceof Finding.Shown ->
                SettlingRules.capture(renewal, stage.hold(), evidence(stage.order(), stage.before(), after), now);
            case Signal.OrderSaid(Outcome.Done(var order))
            when order.state() == OrderRecord.State.REVERSED -> reversed(renewal, stage.hold(), order, now);
            case Signal.LineSaid(Outcome.Done(var after)) ->
                keepReviewing(renewal, stage, now).line(new LineEffect.Seen(after));
            case Signal.LineSaid _, Signal.OrderSaid _ -> keepReviewing(renewal, stage, now);
            case Signal.FoundDelivered found -> delivered(renewal, stage, found, now);
            case Signal.FoundNotDelivered _ ->
                SettlingRules.release(renewal, stage.hold(), EndReason.NOT_DELIVERED, now);
            default -> askInReview(renewal, stage, now);
        };
    }

    /**
     * A person's word stands in for the comparison, never for the record: as long as that has not changed, what comes later
     * could prove the next renewal of the line, which brought nothing.
     */
    private Decision delivered(Renewal renewal, Stage.InReview stage, Signal.FoundDelivered found, Instant now) {
        boolean fresh = found.record().readAt().isAfter(now.minus(Patience.READ_BACK_LAG));
        var finding = compare(renewal, stage.before(), found.record(), stage.order());
        if (!fresh || finding instanceof Finding.NotYet) {
            return keepReviewing(renewal, stage, now);
        }
        var word = finding instanceof Finding.Shown ? Optional.<String>empty() : Optional.of(found.word());
        var evidence = new Evidence(stage.order(), Optional.of(stage.before()), Optional.of(found.record()), word);
        return SettlingRules.capture(renewal, stage.hold(), evidence, now);
    }

    private Decision keepReviewing(Renewal renewal, Stage.InReview stage, Instant now) {
        if (!now.isBefore(stage.hold().captureBefore().minus(Patience.HOLD_LAST_CALL))) {
            return SettlingRules.release(renewal, stage.hold(), EndReason.NOT_PROVEN, now);
        }
        var next = new Stage.InReview(stage.hold(), stage.before(), stage.order(), stage.finding(), stage.asks() + 1);
        return OrderingRules.warnOfHold(
                Decision.to(next).wakeAt(Patience.next(now, renewal.id(), 99)), stage.hold(), now);
    }

    private Decision askInReview(Renewal renewal, Stage.InReview stage, Instant now) {
        Call question = stage.asks() % 2 == 0
                ? new Call.ReadLine(
                        OrderingRules.connector(renewal),
                        renewal.terms().goods().address())
                : findOrder(renewal, now);
        return Decision.to(stage).call(question).wakeAt(Patience.next(now, renewal.id(), 99));
    }

    private Decision reversed(Renewal renewal, Hold hold, OrderRecord order, Instant now) {
        var released = SettlingRules.release(renewal, hold, EndReason.CARRIER_REVERSED, now);
        return WatchingRules.reversal(renewal, order).map(released::book).orElse(released);
    }

    /** Now and then the order, since one that is reversed meanwhile never shows. */
    private static Decision ask(Renewal renewal, Stage.ReadingBack stage, Instant now) {
        return stage.asks() % ASK_ORDER_EVERY == ASK_ORDER_EVERY - 1
                ? read(renewal, stage, now).call(findOrder(renewal, now))
                : read(renewal, stage, now);
    }

    /** Sent long ago as it was, its absence proves nothing any more: asked as if it were sent now. */
    private static Call findOrder(Renewal renewal, Instant now) {
        return new Call.FindOrder(OrderingRules.connector(renewal), OrderingRules.orderOf(renewal), now);
    }

    private static Decision read(Renewal renewal, Stage.ReadingBack stage, Instant now) {
        return Decision.to(stage)
                .call(new Call.ReadLine(
                        OrderingRules.connector(renewal),
                        renewal.terms().goods().address()))
                .wakeAt(Patience.next(now, renewal.id(), stage.asks()));
    }

    private static Finding compare(Renewal renewal, Snapshot before, Snapshot after, OrderRecord order) {
        return ReadBackRules.compare(
                before, after, renewal.terms().goods().product().effect(), order);
    }

    private static Evidence evidence(OrderRecord order, Snapshot before, Snapshot after) {
        return new Evidence(order, Optional.of(before), Optional.of(after));
    }
}

package dev.keepline.renewal.engine;

import dev.keepline.carriers.Order;
import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.Outcome;
import dev.keepline.ledger.Movements;
import dev.keepline.payments.Hold;
import dev.keepline.renewal.engine.Decision.CaseKind;
import dev.keepline.renewal.engine.Decision.LineEffect;
import dev.keepline.renewal.engine.Decision.Notice;
import java.time.Instant;
import java.util.Optional;

/** From money reserved to proof, or to the money given back. An order in doubt is asked about and never sent again. */
final class OrderingRules {

    /** A carrier whose record can be read is read first; another is ordered from at once. */
    static Decision start(Renewal renewal, Hold hold, Instant now) {
        if (!outlives(renewal, hold, now)) {
            return SettlingRules.release(renewal, hold, EndReason.HOLD_TOO_SHORT, now);
        }
        return switch (renewal.terms().goods().product().proof()) {
            case READ_BACK -> read(renewal, new Stage.Snapshotting(hold, now, 0), now);
            case AGGREGATOR -> order(renewal, first(hold, Optional.empty(), now), now);
            case NONE -> SettlingRules.release(renewal, hold, EndReason.CARRIER_UNREACHABLE, now);
        };
    }

    Decision snapshotting(Renewal renewal, Stage.Snapshotting stage, Signal signal, Instant now) {
        return switch (signal) {
            case Signal.LineSaid(Outcome.Done(var snapshot))
            when !ReadBackRules.keepsPromise(snapshot, renewal.terms().goods()) ->
                SettlingRules.release(renewal, stage.hold(), EndReason.DATES_DIFFER, now)
                        .line(new LineEffect.Seen(snapshot));
            case Signal.LineSaid(Outcome.Done(var snapshot)) ->
                order(renewal, first(stage.hold(), Optional.of(snapshot), now), now);
            case Signal.LineSaid(Outcome.Refused(var refusal)) ->
                SettlingRules.refused(renewal, stage.hold(), refusal, now)
                        .open(CaseKind.CARRIER_RECORD_DIFFERS, "the line cannot be read: " + refusal.code());
            case Signal.LineSaid _ -> readLater(renewal, stage, now);
            case Signal.Stopped _ -> SettlingRules.release(renewal, stage.hold(), EndReason.STOPPED, now);
            default -> read(renewal, stage, now);
        };
    }

    private Decision readLater(Renewal renewal, Stage.Snapshotting stage, Instant now) {
        if (now.isAfter(stage.since().plus(Patience.BEFORE_ORDER))) {
            return SettlingRules.release(renewal, stage.hold(), EndReason.CARRIER_UNREACHABLE, now);
        }
        var next = new Stage.Snapshotting(stage.hold(), stage.since(), stage.asks() + 1);
        return Decision.to(next).wakeAt(Patience.next(now, renewal.id(), stage.asks()));
    }

    Decision ordering(Renewal renewal, Stage.Ordering stage, Signal signal, Instant now) {
        var asking = new Stage.Asking(stage.hold(), stage.before(), stage.sent(), 0, false);
        return switch (signal) {
            case Signal.OrderSaid(var outcome) -> said(renewal, asking, outcome, now);
            // Found again after a crash: it may have been sent, so it is asked about.
            default -> find(renewal, asking, now);
        };
    }

    Decision asking(Renewal renewal, Stage.Asking stage, Signal signal, Instant now) {
        return switch (signal) {
            case Signal.OrderSaid(var outcome) -> said(renewal, stage, outcome, now);
            default -> find(renewal, stage, now);
        };
    }

    private Decision said(Renewal renewal, Stage.Asking stage, Outcome<OrderRecord> outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Done(var order) -> finished(renewal, stage, order, now);
            case Outcome.Refused(var refusal) -> SettlingRules.refused(renewal, stage.hold(), refusal, now);
            case Outcome.Accepted<OrderRecord> accepted -> pending(renewal, stage, accepted.askAt(), now);
            case Outcome.NotDone<OrderRecord> proven -> sendAgain(renewal, stage, proven, now);
            case Outcome.Unknown<OrderRecord> _ -> wait(renewal, stage, stage.pending(), now);
        };
    }

    private Decision pending(Renewal renewal, Stage.Asking stage, Instant askAt, Instant now) {
        var decision = wait(renewal, stage, true, now);
        return decision.next() instanceof Stage.Asking ? decision.wakeAt(askAt(stage, askAt, now)) : decision;
    }

    /** When the carrier says, but never past the alarm, and never at once. */
    private static Instant askAt(Stage.Asking stage, Instant wanted, Instant now) {
        var alarm = stage.sent().firstAt().plus(Patience.ALARM).plusSeconds(1);
        var at = now.isBefore(alarm) && alarm.isBefore(wanted) ? alarm : wanted;
        return at.isAfter(now) ? at : now.plusSeconds(1);
    }

    private Decision finished(Renewal renewal, Stage.Asking stage, OrderRecord order, Instant now) {
        if (order.state() == OrderRecord.State.REVERSED) {
            return SettlingRules.release(renewal, stage.hold(), EndReason.CARRIER_REVERSED, now);
        }
        var proving = stage.before()
                .map(before -> ProvingRules.start(renewal, stage.hold(), before, order, now))
                .orElseGet(() -> SettlingRules.capture(
                        renewal, stage.hold(), new Evidence(order, Optional.empty(), Optional.empty()), now));
        return order.wholesale().isPositive()
                ? proving.book(Movements.carrierOrder(connector(renewal), order.vendorId(), order.wholesale()))
                : proving;
    }

    /** Proven not done, so the same order under the same name may go out again, a few times, and when they want it. */
    private Decision sendAgain(Renewal renewal, Stage.Asking stage, Outcome.NotDone<OrderRecord> proven, Instant now) {
        var sent = stage.sent();
        var dueAt = latest(Patience.next(now, renewal.id(), sent.sends()), now.plus(proven.pause()));
        var end = sent.firstAt().plus(Patience.BEFORE_ORDER);
        boolean tooLong = now.isAfter(end) || now.plus(proven.pause()).isAfter(end);
        var decision = sent.sends() >= Patience.MOST_SENDS || tooLong
                ? SettlingRules.release(renewal, stage.hold(), EndReason.CARRIER_UNREACHABLE, now)
                : Decision.to(new Stage.Resending(stage.hold(), stage.before(), sent, dueAt))
                        .wakeAt(dueAt);
        return proven.cause().equals("float-empty") ? decision.open(CaseKind.FLOAT_EMPTY, proven.cause()) : decision;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** A wake-up before its time, such as a callback about the order that was not taken, sends nothing. */
    Decision resending(Renewal renewal, Stage.Resending stage, Signal signal, Instant now) {
        if (signal instanceof Signal.Stopped) {
            return SettlingRules.release(renewal, stage.hold(), EndReason.STOPPED, now);
        }
        if (now.isBefore(stage.dueAt())) {
            return Decision.to(stage).wakeAt(stage.dueAt());
        }
        var sent = new Stage.Sent(stage.sent().sends() + 1, now, stage.sent().firstAt());
        return order(renewal, new Stage.Ordering(stage.hold(), stage.before(), sent), now);
    }

    /** Until the hold is about to end: then nothing can be charged any more, and a person has had the case for a day. */
    private Decision wait(Renewal renewal, Stage.Asking stage, boolean pending, Instant now) {
        if (!now.isBefore(stage.hold().captureBefore().minus(Patience.HOLD_LAST_CALL))) {
            return SettlingRules.release(renewal, stage.hold(), EndReason.NOT_PROVEN, now)
                    .open(CaseKind.HOLD_ENDING, "the carrier never said what became of the order");
        }
        var next = new Stage.Asking(stage.hold(), stage.before(), stage.sent(), stage.asks() + 1, pending);
        var decision = Decision.to(next).wakeAt(Patience.next(now, renewal.id(), stage.asks()));
        if (now.isAfter(stage.sent().firstAt().plus(Patience.ALARM))) {
            decision = decision.open(
                            CaseKind.CARRIER_SILENT,
                            "ordered at " + stage.sent().firstAt())
                    .tell(Notice.WAITING);
        }
        return warnOfHold(decision, stage.hold(), now);
    }

    private Decision find(Renewal renewal, Stage.Asking stage, Instant now) {
        return Decision.to(stage)
                .call(new Call.FindOrder(
                        connector(renewal), orderOf(renewal), stage.sent().at()))
                .wakeAt(Patience.next(now, renewal.id(), stage.asks()));
    }

    /** Whether the hold ends well after the longest time in which an order sent now can be in doubt. */
    private static boolean outlives(Renewal renewal, Hold hold, Instant now) {
        var longest = now.plus(renewal.terms().goods().longestUnknown());
        return !hold.captureBefore().isBefore(longest.plus(Patience.HOLD_WARNING));
    }

    static Decision warnOfHold(Decision decision, Hold hold, Instant now) {
        return now.isBefore(hold.captureBefore().minus(Patience.HOLD_WARNING))
                ? decision
                : decision.open(CaseKind.HOLD_ENDING, "the reservation ends at " + hold.captureBefore());
    }

    private static Decision read(Renewal renewal, Stage.Snapshotting stage, Instant now) {
        return Decision.to(stage)
                .call(new Call.ReadLine(
                        connector(renewal), renewal.terms().goods().address()))
                .wakeAt(Patience.next(now, renewal.id(), stage.asks()));
    }

    private static Stage.Ordering first(Hold hold, Optional<Snapshot> before, Instant now) {
        return new Stage.Ordering(hold, before, new Stage.Sent(1, now, now));
    }

    /** What was decided long ago may find a hold that has become too short to wait for an answer under it. */
    private static Decision order(Renewal renewal, Stage.Ordering stage, Instant now) {
        if (!outlives(renewal, stage.hold(), now)) {
            return SettlingRules.release(renewal, stage.hold(), EndReason.HOLD_TOO_SHORT, now);
        }
        return Decision.to(stage)
                .call(new Call.PlaceOrder(connector(renewal), orderOf(renewal)))
                .wakeAt(Patience.next(now, renewal.id(), 0));
    }

    /** The one order of a renewal, under one name however often it is sent: a carrier that remembers it refuses a second. */
    static Order orderOf(Renewal renewal) {
        var goods = renewal.terms().goods();
        return new Order(
                renewal.request("o", 1),
                goods.product(),
                goods.address(),
                renewal.terms().job());
    }

    static String connector(Renewal renewal) {
        return renewal.terms().goods().connector();
    }
}

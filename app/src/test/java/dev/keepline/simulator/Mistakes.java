package dev.keepline.simulator;

import dev.keepline.carriers.Order;
import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.RequestId;
import dev.keepline.ledger.Movements;
import dev.keepline.payments.Hold;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.payments.SessionRecord;
import dev.keepline.renewal.engine.Call;
import dev.keepline.renewal.engine.Decider;
import dev.keepline.renewal.engine.Decision;
import dev.keepline.renewal.engine.Decision.Effects;
import dev.keepline.renewal.engine.EndReason;
import dev.keepline.renewal.engine.Renewal;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.renewal.engine.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Mistakes in the rules, each one that somebody could make in good faith. */
final class Mistakes {

    private Mistakes() {}

    /** Rules that hear something else than what was said. */
    private static Wiring hearing(Hearing hearing) {
        return deciding(
                real -> (renewal, signal, now) -> real.decide(renewal, hearing.heard(renewal.stage(), signal), now));
    }

    private static Wiring deciding(UnaryOperator<Decider> mistaken) {
        return new Wiring() {
            @Override
            public Decider rules(Decider real) {
                return mistaken.apply(real);
            }
        };
    }

    private interface Hearing {
        Signal heard(Stage stage, Signal signal);
    }

    static Wiring resends_an_order_in_doubt() {
        return hearing((stage, signal) -> inDoubt(stage, signal)
                ? new Signal.OrderSaid(new Outcome.NotDone<>("no answer, so nothing happened"))
                : signal);
    }

    static Wiring takes_silence_for_a_refusal() {
        return hearing((stage, signal) ->
                inDoubt(stage, signal) ? new Signal.OrderSaid(new Outcome.Refused<>("no answer")) : signal);
    }

    /** The button is pressed, so it stops: whatever the carrier makes of the order. */
    static Wiring stops_an_order_in_doubt_when_staff_says_so() {
        return hearing((stage, signal) -> stage instanceof Stage.Asking && signal instanceof Signal.Stopped
                ? new Signal.OrderSaid(new Outcome.Refused<>("stopped"))
                : signal);
    }

    private static boolean inDoubt(Stage stage, Signal signal) {
        return (stage instanceof Stage.Ordering || stage instanceof Stage.Asking)
                && signal instanceof Signal.OrderSaid(Outcome.Unknown<OrderRecord> doubt)
                && doubt.cause().equals("timeout");
    }

    /** Unknown, so it is sent again with a new key, which no carrier can recognise. */
    static Wiring gives_every_try_a_name_of_its_own() {
        return new Wiring() {
            @Override
            public Decider rules(Decider real) {
                return (renewal, signal, now) ->
                        renamed(resends_an_order_in_doubt().rules(real).decide(renewal, signal, now));
            }
        };
    }

    private static Decision renamed(Decision decision) {
        if (decision.next() instanceof Stage.Ordering ordering
                && decision.call().orElse(null) instanceof Call.PlaceOrder place) {
            var order = place.order();
            var id = order.reference()
                    .value()
                    .replaceFirst("o[0-9]+$", "o" + ordering.sent().sends());
            var call = new Call.PlaceOrder(
                    place.connector(), new Order(new RequestId(id), order.product(), order.line(), order.wake()));
            return new Decision(decision.next(), decision.effects(), Optional.of(call), decision.wakeAt());
        }
        return decision;
    }

    static Wiring captures_on_the_carriers_word() {
        return deciding(real -> (renewal, signal, now) -> real.decide(unread(renewal, signal), signal, now));
    }

    private static Renewal unread(Renewal renewal, Signal signal) {
        if (!(signal instanceof Signal.OrderSaid(Outcome.Done<OrderRecord> _))) {
            return renewal;
        }
        return switch (renewal.stage()) {
            case Stage.Ordering s ->
                new Renewal(renewal.terms(), new Stage.Ordering(s.hold(), Optional.empty(), s.sent()));
            case Stage.Asking s ->
                new Renewal(
                        renewal.terms(), new Stage.Asking(s.hold(), Optional.empty(), s.sent(), s.asks(), s.pending()));
            default -> renewal;
        };
    }

    /** The record is read, and only asked for whether it is there. */
    static Wiring reads_back_without_comparing() {
        return deciding(real -> (renewal, signal, now) -> {
            if (renewal.stage() instanceof Stage.ReadingBack s
                    && signal instanceof Signal.LineSaid(Outcome.Done<Snapshot> _)) {
                var sent = new Stage.Sent(1, now, now);
                var asking = new Stage.Asking(s.hold(), Optional.empty(), sent, 0, false);
                var done = new Signal.OrderSaid(new Outcome.Done<>(s.order()));
                return real.decide(new Renewal(renewal.terms(), asking), done, now);
            }
            return real.decide(renewal, signal, now);
        });
    }

    static Wiring ignores_when_the_hold_ends() {
        return hearing((stage, signal) -> signal
                        instanceof
                        Signal.SessionSaid(
                                Outcome.Done<SessionRecord>(SessionRecord.Complete(PaymentRecord.Held(var hold))))
                ? new Signal.SessionSaid(
                        new Outcome.Done<>(new SessionRecord.Complete(new PaymentRecord.Held(endless(hold)))))
                : signal);
    }

    private static Hold endless(Hold hold) {
        return new Hold(hold.paymentRef(), hold.amount(), Instant.parse("2030-01-01T00:00:00Z"), hold.method());
    }

    static Wiring ignores_reversals() {
        return hearing((stage, signal) -> signal instanceof Signal.OrderSaid(Outcome.Done<OrderRecord>(var order))
                ? new Signal.OrderSaid(new Outcome.Done<>(new OrderRecord(
                        order.reference(),
                        order.vendorId(),
                        OrderRecord.State.COMPLETED,
                        order.wholesale(),
                        order.readAt())))
                : signal);
    }

    static Wiring takes_an_unanswered_refund_for_one_that_was_made() {
        return deciding(real -> (renewal, signal, now) -> {
            if (renewal.stage() instanceof Stage.Refunding refunding
                    && signal instanceof Signal.PaymentSaid(Outcome.Unknown<PaymentRecord> _)) {
                var total = renewal.terms().payment().price().total();
                var made = new PaymentRecord.Refunded(refunding.paymentRef(), total);
                return real.decide(renewal, new Signal.PaymentSaid(new Outcome.Done<>(made)), now);
            }
            return real.decide(renewal, signal, now);
        });
    }

    /** Somebody says that the money went back another way, so it is booked: whatever the gateway makes of the refund. */
    static Wiring returns_whatever_the_gateway_shows() {
        return hearing((stage, signal) ->
                stage instanceof Stage.RefundFailed failed && signal instanceof Signal.ReturnedOtherwise returned
                        ? new Signal.ReturnedOtherwise(
                                new PaymentRecord.RefundFailed(failed.paymentRef(), failed.code()),
                                Instant.parse("2030-01-01T00:00:00Z"),
                                returned.otherwise())
                        : signal);
    }

    /** The capture was not answered, so the money is thought free to be given back. */
    static Wiring gives_up_a_capture_in_doubt() {
        return deciding(real -> (renewal, signal, now) -> {
            if (renewal.stage() instanceof Stage.Capturing s
                    && signal instanceof Signal.PaymentSaid(Outcome.Unknown<PaymentRecord> _)) {
                var voiding = new Stage.Voiding(s.hold(), EndReason.NOT_PROVEN, 1, 0);
                return real.decide(new Renewal(renewal.terms(), voiding), signal, now);
            }
            return real.decide(renewal, signal, now);
        });
    }

    static Wiring abandons_without_closing_the_page() {
        return deciding(real -> (renewal, signal, now) ->
                renewal.stage() instanceof Stage.AwaitingPayment && signal instanceof Signal.Abandoned
                        ? new Decision(
                                new Stage.NotCharged(EndReason.ABANDONED, now),
                                Effects.NONE,
                                Optional.empty(),
                                Optional.empty())
                        : real.decide(renewal, signal, now));
    }

    static Wiring captures_another_amount_than_quoted() {
        return deciding(real -> (renewal, signal, now) -> {
            var decision = real.decide(renewal, signal, now);
            return decision.call().orElse(null) instanceof Call.Capture(var gateway, var id, var ref, var amount)
                    ? new Decision(
                            decision.next(),
                            decision.effects(),
                            Optional.of(new Call.Capture(gateway, id, ref, amount.minus(Money.usd(1)))),
                            decision.wakeAt())
                    : decision;
        });
    }

    /** The cost of an order is booked with every try, under the try's own name instead of the order's. */
    static Wiring books_a_fact_again_with_every_try() {
        return deciding(real -> (renewal, signal, now) -> {
            var decision = real.decide(renewal, signal, now);
            return decision.call().orElse(null) instanceof Call.PlaceOrder place
                            && decision.next() instanceof Stage.Ordering ordering
                    ? booked(decision, place, "v-" + ordering.sent().sends())
                    : decision;
        });
    }

    private static Decision booked(Decision decision, Call.PlaceOrder place, String name) {
        var effects = decision.effects();
        var entries = new ArrayList<>(effects.entries());
        entries.add(Movements.carrierOrder(
                place.connector(), name, place.order().product().wholesale()));
        return new Decision(
                decision.next(),
                new Effects(entries, effects.notices(), effects.cases(), effects.settled(), effects.line()),
                decision.call(),
                decision.wakeAt());
    }
}

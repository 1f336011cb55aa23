package dev.keepline.renewal.engine;

import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.Refusal;
import dev.keepline.ledger.Movements;
import dev.keepline.payments.Hold;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.renewal.engine.Decision.CaseKind;
import dev.keepline.renewal.engine.Decision.LineEffect;
import dev.keepline.renewal.engine.Decision.Notice;
import java.time.Instant;
import java.util.Optional;

/** Takes the money, or gives the reservation back. In doubt it reads the payment and never guesses. */
final class SettlingRules {

    static Decision capture(Renewal renewal, Hold hold, Evidence evidence, Instant now) {
        return capture(renewal, new Stage.Capturing(hold, evidence, 1, 0), now);
    }

    static Decision release(Renewal renewal, Hold hold, EndReason reason, Instant now) {
        return release(renewal, new Stage.Voiding(hold, reason, 1, 0), now);
    }

    /** The carrier said no. */
    static Decision refused(Renewal renewal, Hold hold, Refusal refusal, Instant now) {
        return release(renewal, new Stage.Voiding(hold, EndReason.CARRIER_REFUSED, 1, 0, Optional.of(refusal)), now);
    }

    Decision capturing(Renewal renewal, Stage.Capturing stage, Signal signal, Instant now) {
        return switch (signal) {
            // Read after a capture in doubt and still held: that capture is proven not done, a new one may go out. What
            // was
            // booked stays what it was, so the hold is the one first seen.
            case Signal.PaymentRead(Outcome.Done(PaymentRecord.Held _)) ->
                capture(
                        renewal,
                        new Stage.Capturing(stage.hold(), stage.evidence(), stage.attempt() + 1, stage.asks()),
                        now);
            case Signal.PaymentSaid(Outcome.Done(var payment)) -> captureSaid(renewal, stage, payment, now);
            case Signal.PaymentRead(Outcome.Done(var payment)) -> captureSaid(renewal, stage, payment, now);
            case Signal.PaymentSaid(Outcome.Refused(var refusal)) ->
                captureRefused(renewal, stage, refusal.code(), now);
            case Signal.PaymentSaid _, Signal.PaymentRead _ -> captureLater(renewal, stage, now);
            default -> readPayment(renewal, stage, stage.hold().paymentRef(), stage.asks(), now);
        };
    }

    private Decision captureSaid(Renewal renewal, Stage.Capturing stage, PaymentRecord payment, Instant now) {
        return switch (payment) {
            case PaymentRecord.Captured captured -> renewed(renewal, stage, captured, now);
            case PaymentRecord.Released _ -> owed(renewal, stage, now);
            case PaymentRecord.Held _ -> captureLater(renewal, stage, now);
            case PaymentRecord.Refunding _,
                    PaymentRecord.Refunded _,
                    PaymentRecord.RefundFailed _,
                    PaymentRecord.Odd _ -> odd(renewal, stage, payment, now);
        };
    }

    private Decision captureLater(Renewal renewal, Stage.Capturing stage, Instant now) {
        var next = new Stage.Capturing(stage.hold(), stage.evidence(), stage.attempt(), stage.asks() + 1);
        var decision = Decision.to(next).wakeAt(Patience.next(now, renewal.id(), stage.asks()));
        return OrderingRules.warnOfHold(stuck(decision, next.asks(), next.hold()), stage.hold(), now);
    }

    private static Decision stuck(Decision decision, int asks, Hold hold) {
        return asks < Patience.MANY_ASKS
                ? decision
                : decision.open(CaseKind.PAYMENT_ODD, "no certain word about " + hold.paymentRef());
    }

    /** Delivered, so we go on trying until the hold ends; what is refused more than once is somebody's business. */
    private Decision captureRefused(Renewal renewal, Stage.Capturing stage, String code, Instant now) {
        var later = captureLater(renewal, stage, now);
        return stage.attempt() > 1 ? later.open(CaseKind.PAYMENT_ODD, "the capture is refused: " + code) : later;
    }

    private Decision renewed(Renewal renewal, Stage.Capturing stage, PaymentRecord.Captured captured, Instant now) {
        var price = renewal.terms().payment().price();
        if (!captured.amount().equals(price.total())) {
            return odd(renewal, stage, captured, now);
        }
        var ref = captured.paymentRef();
        return Decision.to(new Stage.Renewed(ref, stage.evidence(), captured.at(), 0))
                .book(Movements.capture(gateway(renewal), ref, price))
                .line(new LineEffect.Append(stage.evidence()))
                .tell(Notice.RENEWED)
                .wakeAt(captured.at().plus(Patience.WATCH.getFirst()));
    }

    private Decision owed(Renewal renewal, Stage.Capturing stage, Instant now) {
        var ref = stage.hold().paymentRef();
        return Decision.to(new Stage.Owed(stage.evidence(), now))
                .book(Movements.receivable(
                        gateway(renewal), ref, renewal.terms().payment().price()))
                .line(new LineEffect.Append(stage.evidence()))
                .open(CaseKind.RECEIVABLE, "delivered, and the reservation is gone")
                .tell(Notice.OWED);
    }

    Decision voiding(Renewal renewal, Stage.Voiding stage, Signal signal, Instant now) {
        return switch (signal) {
            case Signal.PaymentRead(Outcome.Done(PaymentRecord.Held _)) ->
                release(renewal, stage.with(stage.attempt() + 1, stage.asks()), now);
            case Signal.PaymentSaid(Outcome.Done(var payment)) -> releaseSaid(renewal, stage, payment, now);
            case Signal.PaymentRead(Outcome.Done(var payment)) -> releaseSaid(renewal, stage, payment, now);
            case Signal.PaymentSaid _, Signal.PaymentRead _ -> releaseLater(renewal, stage, now);
            default -> readPayment(renewal, stage, stage.hold().paymentRef(), stage.asks(), now);
        };
    }

    private Decision releaseSaid(Renewal renewal, Stage.Voiding stage, PaymentRecord payment, Instant now) {
        return switch (payment) {
            case PaymentRecord.Released(var ref) ->
                Decision.to(new Stage.NotCharged(stage.reason(), now, stage.refusal()))
                        .book(Movements.release(
                                gateway(renewal), ref, stage.hold().amount()))
                        .tell(Notice.NOT_CHARGED);
            case PaymentRecord.Held _ -> releaseLater(renewal, stage, now);
            case PaymentRecord.Captured _,
                    PaymentRecord.Refunding _,
                    PaymentRecord.Refunded _,
                    PaymentRecord.RefundFailed _,
                    PaymentRecord.Odd _ -> odd(renewal, stage, payment, now);
        };
    }

    private Decision releaseLater(Renewal renewal, Stage.Voiding stage, Instant now) {
        var next = stage.with(stage.attempt(), stage.asks() + 1);
        return stuck(
                Decision.to(next).wakeAt(Patience.next(now, renewal.id(), stage.asks())), next.asks(), next.hold());
    }

    /** The gateway's record fits nothing we did: a person looks, and we keep asking. */
    static Decision odd(Renewal renewal, Stage stage, PaymentRecord payment, Instant now) {
        return Decision.to(stage)
                .open(CaseKind.PAYMENT_ODD, payment.toString())
                .wakeAt(Patience.next(now, renewal.id(), 99));
    }

    private static Decision capture(Renewal renewal, Stage.Capturing stage, Instant now) {
        var id = renewal.request("c", stage.attempt());
        var amount = renewal.terms().payment().price().total();
        return Decision.to(stage)
                .call(new Call.Capture(gateway(renewal), id, stage.hold().paymentRef(), amount))
                .wakeAt(Patience.next(now, renewal.id(), 0));
    }

    private static Decision release(Renewal renewal, Stage.Voiding stage, Instant now) {
        var id = renewal.request("v", stage.attempt());
        return Decision.to(stage)
                .call(new Call.Release(gateway(renewal), id, stage.hold().paymentRef()))
                .wakeAt(Patience.next(now, renewal.id(), 0));
    }

    static Decision readPayment(Renewal renewal, Stage stage, String ref, int asks, Instant now) {
        return Decision.to(stage)
                .call(new Call.ReadPayment(gateway(renewal), ref))
                .wakeAt(Patience.next(now, renewal.id(), asks));
    }

    static String gateway(Renewal renewal) {
        return renewal.terms().payment().gateway();
    }
}

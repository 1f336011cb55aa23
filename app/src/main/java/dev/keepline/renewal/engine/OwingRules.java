package dev.keepline.renewal.engine;

import dev.keepline.kernel.Outcome;
import dev.keepline.ledger.Movements;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.renewal.engine.Decision.CaseKind;
import dev.keepline.renewal.engine.Decision.Notice;
import java.time.Duration;
import java.time.Instant;

/** When a refund has failed: the money is with us and owed, until it arrives by another refund or by another way. */
public final class OwingRules {

    /** So long after it was sent a refund can come back as far as anybody watches: after that the bank has it. */
    public static final Duration MAY_COME_BACK = Patience.REFUND_WATCH.getLast();

    OwingRules() {}

    /** Sent again when a person wants it; whatever the gateway's record shows by then, also by other hands, is booked. */
    Decision refundFailed(Renewal renewal, Stage.RefundFailed stage, Signal signal, Instant now) {
        return switch (signal) {
            case Signal.RefundAgain _ -> {
                int attempt = stage.attempt() + 1;
                var next = new Stage.RefundFailed(stage.paymentRef(), stage.code(), now, attempt);
                yield WatchingRules.send(renewal, next, stage.paymentRef(), attempt, now);
            }
            case Signal.ReturnedOtherwise returned -> returned(renewal, stage, returned, now);
            case Signal.PaymentSaid(Outcome.Done(PaymentRecord.Refunded(var ref, var amount))) ->
                WatchingRules.refunded(renewal, ref, amount, stage.attempt() + 1, now);
            case Signal.PaymentRead(Outcome.Done(PaymentRecord.Refunded(var ref, var amount))) ->
                WatchingRules.refunded(renewal, ref, amount, stage.attempt() + 1, now);
            case Signal.PaymentSaid(Outcome.Done(PaymentRecord.Refunding _)) -> lookAgain(stage, now);
            case Signal.PaymentRead(Outcome.Done(PaymentRecord.Refunding _)) -> lookAgain(stage, now);
            case Signal.PaymentSaid(Outcome.Done<PaymentRecord> _), Signal.PaymentRead(Outcome.Done<PaymentRecord> _) ->
                Decision.to(stage);
            case Signal.PaymentSaid(Outcome.Refused<PaymentRecord> _) -> Decision.to(stage);
            case Signal.PaymentSaid _, Signal.PaymentRead _ ->
                WatchingRules.onceMore(Decision.to(stage), stage.at(), now);
            default ->
                WatchingRules.onceMore(WatchingRules.readPayment(renewal, stage, stage.paymentRef()), stage.at(), now);
        };
    }

    /**
     * Never beside a refund: the gateway must show that the money is with us, and must have been asked when nothing that was
     * sent could still arrive there.
     */
    private static Decision returned(
            Renewal renewal, Stage.RefundFailed stage, Signal.ReturnedOtherwise returned, Instant now) {
        if (returned.record() instanceof PaymentRecord.Refunded(var ref, var amount)) {
            return WatchingRules.refunded(renewal, ref, amount, stage.attempt() + 1, now);
        }
        if (!withUs(returned.record()) || mayStillArrive(stage, returned.readAt())) {
            return lookAgain(stage, now);
        }
        var next = new Stage.Returned(stage.paymentRef(), now, returned.otherwise());
        return Decision.to(next)
                .book(Movements.returnedOtherwise(
                        SettlingRules.gateway(renewal), stage.paymentRef(), WatchingRules.total(renewal)))
                .settle(WatchingRules.UNTIL_REFUNDED)
                .tell(Notice.RETURNED);
    }

    private static boolean withUs(PaymentRecord record) {
        return record instanceof PaymentRecord.RefundFailed || record instanceof PaymentRecord.Captured;
    }

    /** Whether, at that moment, a refund that was sent may not have reached the gateway yet. */
    public static boolean mayStillArrive(Stage.RefundFailed stage, Instant readAt) {
        return readAt.isBefore(stage.at().plus(Patience.REFUND_UNDER_WAY));
    }

    /** Over. Who wakes it has seen something at the gateway: a refund by other hands would be the second return. */
    Decision returned(Renewal renewal, Stage.Returned stage, Signal signal, Instant now) {
        return switch (signal) {
            case Signal.PaymentRead(Outcome.Done(PaymentRecord.Refunded refunded)) -> twice(stage, refunded);
            case Signal.PaymentRead(Outcome.Done(PaymentRecord.Refunding refunding)) -> twice(stage, refunding);
            case Signal.PaymentRead(Outcome.Done<PaymentRecord> _) -> Decision.to(stage);
            case Signal.PaymentRead _ -> WatchingRules.onceMore(Decision.to(stage), stage.at(), now);
            default ->
                WatchingRules.onceMore(WatchingRules.readPayment(renewal, stage, stage.paymentRef()), stage.at(), now);
        };
    }

    private static Decision twice(Stage.Returned stage, PaymentRecord record) {
        return Decision.to(stage)
                .open(
                        CaseKind.PAYMENT_ODD,
                        "returned as " + stage.otherwise().reference() + ", and refunded: " + record);
    }

    /** On its way: the gateway's word wakes us, and else the day. */
    private static Decision lookAgain(Stage stage, Instant now) {
        return Decision.to(stage).wakeAt(now.plus(Duration.ofDays(1)));
    }
}

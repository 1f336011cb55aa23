package dev.keepline.support;

import dev.keepline.carriers.OrderRecord;
import dev.keepline.kernel.Money;
import dev.keepline.ledger.OrderStanding;
import dev.keepline.ledger.PaymentStanding;
import dev.keepline.payments.PaymentRecord;
import java.util.Optional;

/** When our books and somebody else's record agree. Pure. */
final class ReconciliationRules {

    private ReconciliationRules() {}

    /** What the books would say if they said what the gateway's record says. */
    private record Stand(Money held, Money taken, Money promised) {
        @Override
        public String toString() {
            return "held " + held + ", taken " + taken + ", promised back " + promised;
        }
    }

    /** Empty when they agree; else both sides in words. */
    static Optional<String> differs(PaymentStanding ours, PaymentRecord theirs) {
        var stand = new Stand(ours.held(), ours.taken(), ours.promised());
        var none = Money.zero(ours.held().currency());
        boolean agree = switch (theirs) {
            case PaymentRecord.Held(var hold) -> stand.equals(new Stand(hold.amount(), none, none));
            case PaymentRecord.Captured(var _, var amount, var _) -> stand.equals(new Stand(none, amount, none));
            case PaymentRecord.Released _ -> ours.settledToNothing();
            case PaymentRecord.Refunding(var _, var amount) -> stand.equals(new Stand(none, amount, amount));
            case PaymentRecord.Refunded _ -> ours.settledToNothing();
            // The money is still with us, and still promised unless it went back another way: the record repeats no
            // amount.
            case PaymentRecord.RefundFailed _ ->
                ours.taken().isPositive()
                        && stand.equals(
                                new Stand(none, ours.taken(), ours.taken().minus(ours.returned())));
            case PaymentRecord.Odd _ -> false;
        };
        return agree ? Optional.empty() : Optional.of("our books: " + stand + "; theirs: " + theirs);
    }

    /** Whether a payment that our books do not have at all means money: only then is its absence a difference. */
    static boolean movedMoney(PaymentRecord theirs) {
        return switch (theirs) {
            case PaymentRecord.Held _,
                    PaymentRecord.Captured _,
                    PaymentRecord.Refunding _,
                    PaymentRecord.Refunded _,
                    PaymentRecord.RefundFailed _ -> true;
            case PaymentRecord.Released _, PaymentRecord.Odd _ -> false;
        };
    }

    /** The gateway's own name of the payment. */
    static String reference(PaymentRecord payment) {
        return switch (payment) {
            case PaymentRecord.Held(var hold) -> hold.paymentRef();
            case PaymentRecord.Captured captured -> captured.paymentRef();
            case PaymentRecord.Released released -> released.paymentRef();
            case PaymentRecord.Refunding refunding -> refunding.paymentRef();
            case PaymentRecord.Refunded refunded -> refunded.paymentRef();
            case PaymentRecord.RefundFailed failed -> failed.paymentRef();
            case PaymentRecord.Odd odd -> odd.paymentRef();
        };
    }

    /** A refund of ours arrived or came back, and only that: whoever asks about it again learns so. */
    static boolean refundWentOn(PaymentStanding ours, PaymentRecord theirs) {
        return switch (theirs) {
            case PaymentRecord.Refunded _, PaymentRecord.Refunding _ ->
                ours.promised().isPositive() && ours.promised().equals(ours.taken());
            case PaymentRecord.RefundFailed _ -> ours.settledToNothing();
            default -> false;
        };
    }

    /** The carrier took the order back, and only that: whoever asks about it again learns so. */
    static boolean undone(OrderStanding ours, OrderRecord theirs) {
        return theirs.state() == OrderRecord.State.REVERSED && ours.cost().equals(theirs.wholesale());
    }

    /** What the order took from our float for good. */
    static Money cost(OrderRecord order) {
        return switch (order.state()) {
            case COMPLETED -> order.wholesale();
            case REVERSED -> Money.zero(order.wholesale().currency());
        };
    }

    /** Empty when they agree; else both sides in words. */
    static Optional<String> differs(OrderStanding ours, OrderRecord theirs) {
        return ours.cost().equals(cost(theirs))
                ? Optional.empty()
                : Optional.of(
                        "our books: cost " + ours.cost() + "; theirs: " + theirs.state() + " at " + theirs.wholesale());
    }
}

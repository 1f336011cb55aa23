package dev.keepline.payments;

import dev.keepline.kernel.Money;
import java.time.Instant;

/** A payment as the gateway records it now. */
public sealed interface PaymentRecord {

    /** Reserved, not taken. */
    record Held(Hold hold) implements PaymentRecord {}

    /** Taken. */
    record Captured(String paymentRef, Money amount, Instant at) implements PaymentRecord {}

    /** The hold was released or ran out; nothing was taken and nothing can be. */
    record Released(String paymentRef) implements PaymentRecord {}

    /** Taken, and being given back: not yet certain. */
    record Refunding(String paymentRef, Money amount) implements PaymentRecord {}

    /** Taken and given back in full. */
    record Refunded(String paymentRef, Money amount) implements PaymentRecord {}

    /** Taken; giving it back failed, the money is still with us. */
    record RefundFailed(String paymentRef, String code) implements PaymentRecord {}

    /** Neither held nor taken, in a state we do not use: a person has to look. */
    record Odd(String paymentRef, String status) implements PaymentRecord {}
}

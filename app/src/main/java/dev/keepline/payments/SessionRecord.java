package dev.keepline.payments;

/** What has become of a payment session. */
public sealed interface SessionRecord {

    /** Nobody has paid yet. */
    record Open() implements SessionRecord {}

    /** Proven: nobody paid and nobody can. */
    record Expired() implements SessionRecord {}

    /** Paid: this is the payment. */
    record Complete(PaymentRecord payment) implements SessionRecord {}
}

package dev.keepline.payments;

import dev.keepline.kernel.Refusal;
import java.util.Optional;

/** What has become of a payment session. */
public sealed interface SessionRecord {

    /** Nobody has paid yet. */
    record Open() implements SessionRecord {}

    /**
     * Proven: nobody paid and nobody can.
     *
     * @param declined why the last card that was tried was declined; empty where none was
     */
    record Expired(Optional<Refusal> declined) implements SessionRecord {

        /** No card was tried, as far as is known. */
        public Expired() {
            this(Optional.empty());
        }
    }

    /** Paid: this is the payment. */
    record Complete(PaymentRecord payment) implements SessionRecord {}
}

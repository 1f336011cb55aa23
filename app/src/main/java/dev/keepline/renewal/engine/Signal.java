package dev.keepline.renewal.engine;

import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.Outcome;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.payments.Session;
import dev.keepline.payments.SessionRecord;
import java.time.Instant;

/** What can happen to a renewal: time passes, a person changes their mind, or the outside has been asked. */
public sealed interface Signal {

    /** It is time to go on: a timer, a webhook or a callback. A hint, never a fact. */
    record Woken() implements Signal {}

    /** The person wants something else for this line. */
    record Abandoned() implements Signal {}

    /** A person of the operator stops it before anything is ordered, or while the order is proven not done. */
    record Stopped() implements Signal {}

    /**
     * A person of the operator has asked the carrier, which says that all of it was delivered.
     *
     * @param record the line's record as it was read for this, no older than some minutes
     * @param word what the carrier said, and who said it
     */
    record FoundDelivered(Snapshot record, String word) implements Signal {}

    /** A person of the operator has a refund that failed sent once more. */
    record RefundAgain() implements Signal {}

    /**
     * A person of the operator has given back, outside the gateway, what its refund could not.
     *
     * @param record the payment as the gateway showed it for this
     * @param readAt when it was asked for
     */
    record ReturnedOtherwise(PaymentRecord record, Instant readAt, Stage.Otherwise otherwise) implements Signal {}

    /** A person of the operator has asked the carrier, which says that it was not delivered as bought. */
    record FoundNotDelivered() implements Signal {}

    record SessionOpened(Outcome<Session> outcome) implements Signal {}

    record SessionSaid(Outcome<SessionRecord> outcome) implements Signal {}

    /** The answer to a command. */
    record PaymentSaid(Outcome<PaymentRecord> outcome) implements Signal {}

    /** The answer to a question asked after the command: what it shows as not done is not done. */
    record PaymentRead(Outcome<PaymentRecord> outcome) implements Signal {}

    record LineSaid(Outcome<Snapshot> outcome) implements Signal {}

    record OrderSaid(Outcome<OrderRecord> outcome) implements Signal {}
}

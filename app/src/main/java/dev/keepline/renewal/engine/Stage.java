package dev.keepline.renewal.engine;

import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.Refusal;
import dev.keepline.payments.Hold;
import dev.keepline.payments.Session;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a renewal stands. A stage that performs a command is committed <em>before</em> the command is sent; found again
 * after a crash, it asks what became of it.
 *
 * <p>{@code asks} counts how often the outside was asked in this stage; {@code since} is when the stage was first entered.
 */
public sealed interface Stage {

    /**
     * Whether the stretch of validity is this renewal's: it may still be delivered, or was. What ended without delivery, or
     * was taken back, leaves the stretch to the next. Money that could not be paid back is owed and somebody's case, and
     * must not cost the number as well.
     */
    default boolean occupies() {
        return !(this instanceof NotCharged
                || this instanceof Refunded
                || this instanceof RefundFailed
                || this instanceof Returned);
    }

    /**
     * Whether the line's record may still change by it. Of all renewals of a line one at most: what one order brings to the
     * line would else prove another that brought nothing.
     */
    default boolean underWay() {
        return this instanceof Running && !(this instanceof Renewed || this instanceof Refunding);
    }

    /** Whether money or the line may still move by it. What is renewed and paid for is only watched. */
    default boolean unfinished() {
        return this instanceof Running && !(this instanceof Renewed);
    }

    /** Not over: something outside can still change it, by itself or by our asking. */
    sealed interface Running extends Stage {}

    /** Over. Nothing is charged, or all is said. */
    sealed interface Over extends Stage {}

    /** Money is reserved. */
    sealed interface Holding extends Running {
        Hold hold();
    }

    // --- paying

    /** The payment page is being opened. */
    record Opening(int attempt, Instant since, Instant expiresAt, int asks) implements Running {}

    /** The person chose something else before the page's address was known: it is asked for once more, to close the page. */
    record Withdrawing(int attempt, Instant since, Instant expiresAt, int asks) implements Running {}

    /** The payment page is open and nobody has paid yet. */
    record AwaitingPayment(int attempt, Session session, int asks) implements Running {}

    /** The payment page is being closed, because the person chose something else. */
    record Closing(int attempt, Session session, int asks) implements Running {}

    // --- ordering

    /** The carrier's record is being read before ordering. */
    record Snapshotting(Hold hold, Instant since, int asks) implements Holding {}

    /** The order is being sent. */
    record Ordering(Hold hold, Optional<Snapshot> before, Sent sent) implements Holding {}

    /** The last order is proven not done; the same order waits until {@code dueAt} to be sent again under the same name. */
    record Resending(Hold hold, Optional<Snapshot> before, Sent sent, Instant dueAt) implements Holding {}

    /** The order was sent; what became of it is not known yet. {@code pending}: the carrier says it works on it. */
    record Asking(Hold hold, Optional<Snapshot> before, Sent sent, int asks, boolean pending) implements Holding {}

    /** The carrier says done; its record is being read to see whether it is. */
    record ReadingBack(Hold hold, Snapshot before, OrderRecord order, Instant since, int asks) implements Holding {}

    /** The carrier says done and its record does not agree: a person looks, and we keep reading. */
    record InReview(Hold hold, Snapshot before, OrderRecord order, String finding, int asks) implements Holding {}

    // --- settling

    /** The money is being taken. {@code attempt} grows only when the last one is proven not done. */
    record Capturing(Hold hold, Evidence evidence, int attempt, int asks) implements Holding {}

    /** The reservation is being given back. {@code refusal}: what was said, where somebody outside said no. */
    record Voiding(Hold hold, EndReason reason, int attempt, int asks, Optional<Refusal> refusal) implements Holding {

        /** Nobody outside said no. */
        public Voiding(Hold hold, EndReason reason, int attempt, int asks) {
            this(hold, reason, attempt, asks, Optional.empty());
        }

        Voiding with(int attempts, int asked) {
            return new Voiding(hold, reason, attempts, asked, refusal);
        }
    }

    /** Renewed, proven and paid. Watched for a while, since carriers can reverse. */
    record Renewed(String paymentRef, Evidence evidence, Instant capturedAt, int watches) implements Running {}

    /** The carrier reversed after we took the money: it is being given back. */
    record Refunding(String paymentRef, Instant since, int attempt, int asks) implements Running {}

    // --- over

    /** Nothing was charged. {@code refusal}: what was said, where somebody outside said no. */
    record NotCharged(EndReason reason, Instant at, Optional<Refusal> refusal) implements Over {

        /** Nobody outside said no. */
        public NotCharged(EndReason reason, Instant at) {
            this(reason, at, Optional.empty());
        }
    }

    /** Charged, reversed by the carrier, and given back by the refund with this number. Watched: banks return refunds. */
    record Refunded(String paymentRef, Instant at, int attempt) implements Over {}

    /**
     * Charged, reversed by the carrier, and the money is still or again with us: a person sees to it. {@code attempt} counts
     * the refunds that were sent; {@code at} is when the last of them was sent, or seen to have failed.
     */
    record RefundFailed(String paymentRef, String code, Instant at, int attempt) implements Over {}

    /**
     * Charged, reversed by the carrier, and given back outside the gateway, whose refund had failed. No refund is sent any
     * more.
     *
     * @param otherwise how it went back
     */
    record Returned(String paymentRef, Instant at, Otherwise otherwise) implements Over {}

    /**
     * A return outside the gateway, as a person of the operator told it.
     *
     * @param reference of the transfer, by which the customer finds it
     * @param reason why so, for the operator alone
     */
    record Otherwise(String reference, String reason) {}

    /** Renewed, proven, paid, and past the time in which carriers reverse. */
    record Kept(String paymentRef, Evidence evidence, Instant capturedAt) implements Over {}

    /** Renewed and proven, but the money could not be taken: the customer owes it, nothing is charged silently. */
    record Owed(Evidence evidence, Instant at) implements Over {}

    /**
     * An order on its way.
     *
     * @param sends how often it was sent, each but the last proven not done
     * @param at when it was last sent
     * @param firstAt when it was first sent
     */
    record Sent(int sends, Instant at, Instant firstAt) {}
}

package dev.keepline.payments;

import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One payment gateway. Methods never throw for what the gateway answers or fails to answer: they say what is known. They
 * send each command at most once, and retry nothing.
 */
public interface Gateway {

    /** For example {@code stripe}. */
    String id();

    /** Opens a session. Sent again with the same id and parameters, inside {@link #keyLife}, it only asks. */
    Outcome<Session> open(OpenSession command);

    /** How long the gateway is certain to remember a request id. */
    Duration keyLife();

    /**
     * Reads a session. Where the payer's approval alone reserves nothing, this finishes it, under a key made of the
     * session's own name: at most one hold a session, and never money taken.
     */
    Outcome<SessionRecord> session(String sessionRef);

    /** Ends an open session; where it is already paid, the answer says so. */
    Outcome<SessionRecord> expire(RequestId id, String sessionRef);

    /** Reads a payment, refunds included. */
    Outcome<PaymentRecord> payment(String paymentRef);

    /** Takes exactly the amount held, once. */
    Outcome<PaymentRecord> capture(RequestId id, String paymentRef, Money amount);

    /** Gives a hold back. */
    Outcome<PaymentRecord> release(RequestId id, String paymentRef);

    /** Gives captured money back. */
    Outcome<PaymentRecord> refund(RequestId id, String paymentRef, Money amount);

    /** Every payment that began since, for reconciliation. */
    Outcome<List<PaymentRecord>> paymentsSince(Instant since);
}

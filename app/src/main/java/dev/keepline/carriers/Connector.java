package dev.keepline.carriers;

import dev.keepline.kernel.Money;
import dev.keepline.kernel.Msisdn;
import dev.keepline.kernel.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The road to one carrier or aggregator. Methods never throw for what the vendor answers or fails to answer: they say what
 * is known. They send each command at most once, and retry nothing.
 */
public interface Connector {

    /** For example {@code dtone}. */
    String id();

    /** How long an order may stay unresolved at the longest: a hold must outlive it before we order. */
    Duration longestUnknown();

    /** How far its orders can be proven, known before anything is ordered. */
    Proofs proofs();

    /**
     * How far orders can be proven, by what is ordered.
     *
     * @param plans for a SIM profile
     * @param credit for a number
     */
    record Proofs(ProofLevel plans, ProofLevel credit) {}

    /** Finds what to order. Refused when the connector offers no such thing today. */
    Outcome<Product> discover(ProductQuery query);

    /** Which amounts of credit it sells today at an operator. Refused where it sells none, or does not say. */
    default Outcome<List<Amounts>> amounts(String operator) {
        return new Outcome.Refused<>("this road does not say which amounts there are");
    }

    /** Reads the carrier's record of a line. Refused where this road shows none. */
    Outcome<Snapshot> read(LineAddress line);

    /**
     * At which operator a number is, by the operator's name as this connector's products name it. Refused where it cannot
     * tell, as most cannot.
     */
    default Outcome<String> operatorOf(Msisdn number) {
        return new Outcome.Refused<>("this road tells nobody's operator");
    }

    /** Orders. A duplicate reference proves nothing by itself: the connector reads the order back and answers from that. */
    Outcome<OrderRecord> order(Order order);

    /**
     * Asks for an order by our reference. Absence is {@link Outcome.NotDone} only after the connector's own horizon since
     * {@code sentAt}; before that it is {@link Outcome.Unknown}, and so is a failure to ask. A record under our reference
     * for another line or product is not our order done: it is {@link Outcome.Unknown} too.
     */
    Outcome<OrderRecord> find(Order order, Instant sentAt);

    /** Our prepaid balance there. */
    Outcome<Money> balance();

    /** Every finished order of the last days, for reconciliation; bounded by the caller's window. */
    Outcome<List<OrderRecord>> ordersSince(Instant since);
}

package dev.keepline.renewal;

import dev.keepline.carriers.Effect;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.QuoteId;
import dev.keepline.kernel.Refusal;
import dev.keepline.kernel.RenewalId;
import dev.keepline.ledger.Price;
import dev.keepline.renewal.engine.OwingRules;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One renewal as pages show it.
 *
 * @param version grows with each change
 * @param reached when each phase was first reached
 */
public record RenewalView(RenewalId id, Bought bought, Standing standing, Map<Phase, Instant> reached, long version) {

    /**
     * What was agreed.
     *
     * @param movesDates whether it was to move the line's dates; money alone moves none
     */
    public record Bought(LineId line, QuoteId quote, Price price, Effect effect, Proof proof, boolean movesDates) {

        /** The money credited, where that is all that was bought. */
        public Optional<Money> onlyMoney() {
            return effect instanceof Effect.Credit(var amount) && !movesDates ? Optional.of(amount) : Optional.empty();
        }
    }

    /** Who can show that it was done: the level, and the connector's name. */
    public record Proof(ProofLevel level, String connector) {}

    /**
     * Where it stands.
     *
     * @param returned the reference of a return outside the gateway
     * @param payment the gateway's name of the payment, once something was held
     */
    public record Standing(
            Phase phase,
            Optional<PayAt> pay,
            Optional<Held> held,
            Optional<Shown> shown,
            Optional<End> end,
            Optional<String> returned,
            Optional<String> payment) {

        /** Nothing was given back outside the gateway. */
        public Standing(
                Phase phase, Optional<PayAt> pay, Optional<Held> held, Optional<Shown> shown, Optional<End> end) {
            this(phase, pay, held, shown, end, Optional.empty(), Optional.empty());
        }

        /** The name of the reason alone. */
        public Optional<String> endReason() {
            return end.map(End::reason);
        }
    }

    /**
     * Why nothing was charged.
     *
     * @param reason a name of {@code EndReason}, for messages
     * @param refusal what was said, where somebody outside said no
     */
    public record End(String reason, Optional<Refusal> refusal) {}

    /** The open payment page. */
    public record PayAt(URI url, Instant until) {}

    /** Money reserved: by which card, and until when. */
    public record Held(String method, Instant captureBefore, String paymentRef) {}

    /**
     * What the carrier or aggregator showed.
     *
     * @param vendorId its own name for the order
     * @param paymentRef the gateway's name for the payment; empty where the money could not be taken
     * @param byWord whether the carrier told a person of the operator what its record does not show by itself
     */
    public record Shown(
            String vendorId,
            Instant confirmedAt,
            Optional<Snapshot> before,
            Optional<Snapshot> after,
            Optional<String> paymentRef,
            boolean byWord) {}

    /** Whether credit was bought and no plan, whatever it does to the dates. */
    public boolean topUp() {
        return bought.effect() instanceof Effect.Credit;
    }

    /** The same, ended for a reason that only those who tell it know: {@link Renewals#replaced}. */
    public RenewalView replaced() {
        var end = standing.end().map(known -> new End("REPLACED", known.refusal()));
        return new RenewalView(
                id,
                bought,
                new Standing(
                        standing.phase(),
                        standing.pay(),
                        standing.held(),
                        standing.shown(),
                        end,
                        standing.returned(),
                        standing.payment()),
                reached,
                version);
    }

    /** Whether it was refunded so long ago that the refund does not come back any more. */
    public boolean refundArrived(Instant now) {
        return phase() == Phase.REFUNDED
                && Optional.ofNullable(reached.get(Phase.REFUNDED))
                        .filter(at -> now.isAfter(at.plus(OwingRules.MAY_COME_BACK)))
                        .isPresent();
    }

    /** The name of where its money stands, for messages: as the phase; ARRIVED for a refund that stays, RELEASED and NEVER_HELD for what was not charged. */
    public String money(Instant now) {
        if (phase() == Phase.NOT_CHARGED) {
            return everHeld() ? "RELEASED" : "NEVER_HELD";
        }
        return refundArrived(now) ? "ARRIVED" : phase().name();
    }

    /** Whether money was ever reserved for it. */
    public boolean everHeld() {
        return Stream.of(Phase.AUTHORISED, Phase.ORDERED, Phase.RELEASING).anyMatch(reached::containsKey);
    }

    /** Whether money was credited and nothing else bought: then nothing is renewed by it. */
    public boolean onlyMoney() {
        return bought.onlyMoney().isPresent();
    }

    public Phase phase() {
        return standing.phase();
    }
}

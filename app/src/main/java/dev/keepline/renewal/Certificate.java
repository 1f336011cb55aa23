package dev.keepline.renewal;

import dev.keepline.carriers.ProofLevel;
import dev.keepline.catalog.OfferingName;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A proof of renewal as it was given out: no more than its paper says, and never changed. Who the subscriber is does not
 * stand on it.
 */
public record Certificate(RenewalId renewal, ProofCode code, Facts facts, Instant issuedAt) {

    /** What is proven. */
    public record Facts(Line line, Bought bought, Confirmed confirmed, Optional<Instant> chargedAt) {}

    /**
     * @param ending the last digits of its number, or of its profile's where it has none
     * @param zone in which its days are counted
     */
    public record Line(String carrier, String ending, ZoneId zone) {}

    /**
     * @param serviceEndsOn the first day without service, as agreed; empty where only the carrier's record could say
     * @param numberLostOn the first day on which the number may be gone, by the rule that was shown
     * @param total what was paid, all in
     * @param onlyMoney the money credited, where that is all that was bought
     * @param topUp whether credit was bought and no plan; empty in proofs of before it was kept
     */
    public record Bought(
            OfferingName offering,
            Optional<LocalDate> serviceEndsOn,
            Optional<LocalDate> numberLostOn,
            Money total,
            Optional<Money> onlyMoney,
            Optional<Boolean> topUp) {

        /** Whether it is to be called a top-up. */
        public boolean credited() {
            return onlyMoney.isPresent() || topUp.orElse(false);
        }
    }

    /**
     * Who showed that it was done, and when that was read.
     *
     * @param byWord whether the carrier told a person what its record does not show; empty in proofs of before it was kept
     */
    public record Confirmed(ProofLevel level, Instant at, Optional<Boolean> byWord) {}
}

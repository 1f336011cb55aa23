package dev.keepline.ledger;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import java.time.Instant;
import java.util.Optional;

/**
 * What our books say of one payment at a gateway, from its transfers alone.
 *
 * @param reference the gateway's own name for the payment
 * @param held reserved there now
 * @param taken captured and not confirmed as given back
 * @param promised of what was taken: to be given back, and not confirmed yet
 * @param returned of what was taken: given back outside the gateway, which still has it
 * @param lastAt when anything was last booked of it
 */
public record PaymentStanding(
        AccountId account,
        Optional<RenewalId> about,
        String gateway,
        String reference,
        Money held,
        Money taken,
        Money promised,
        Money returned,
        Instant lastAt) {

    /** Nothing is held, taken or promised: what the gateway has of it must be over too. */
    public boolean settledToNothing() {
        return held.isZero() && taken.isZero() && promised.isZero();
    }
}

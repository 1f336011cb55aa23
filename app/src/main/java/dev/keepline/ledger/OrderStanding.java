package dev.keepline.ledger;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import java.time.Instant;
import java.util.Optional;

/**
 * What our books say of one order at a connector, from its transfers alone.
 *
 * @param reference the connector's own name for the order
 * @param cost what it took from our float, less what came back
 * @param lastAt when anything was last booked of it
 */
public record OrderStanding(
        AccountId account, Optional<RenewalId> about, String connector, String reference, Money cost, Instant lastAt) {}

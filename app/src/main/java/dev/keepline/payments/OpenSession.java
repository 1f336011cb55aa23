package dev.keepline.payments;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import dev.keepline.kernel.RequestId;
import java.net.URI;
import java.time.Instant;

/**
 * The command to open a payment session. Its parameters are a function of stored facts, so that a replay is identical.
 *
 * @param about what is paid, and for whom: sent along so that the gateway's record names ours
 * @param locale of the gateway's page, a BCP 47 tag
 */
public record OpenSession(RequestId id, Money amount, About about, Instant expiresAt, String locale) {

    /**
     * What the payment is for.
     *
     * @param description one line the person reads on the gateway's page
     * @param returnTo the page to come back to, paid or not; it decides nothing
     */
    public record About(AccountId account, RenewalId renewal, String description, URI returnTo) {}
}

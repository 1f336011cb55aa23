package dev.keepline.renewal;

import dev.keepline.carriers.Effect;
import dev.keepline.carriers.Product;
import dev.keepline.catalog.OfferingVersion;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.QuoteId;
import dev.keepline.ledger.Price;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An all-in price for one stretch of one line, kept word for word until it expires.
 *
 * @param expiresAt 15 minutes after it was made; paying freezes it while the payment page is open
 */
public record Quote(QuoteId id, Subject subject, Goods goods, Price price, Promise promise, Instant expiresAt) {

    /** Which stretch of which line. */
    public record Subject(AccountId account, LineId line, int segment) {}

    /**
     * What is bought: an offering of the catalogue, and the product that stands for it at the connector today.
     *
     * @param version of the offering that was shown; empty in quotes of before it was kept
     */
    public record Goods(String offering, Optional<OfferingVersion> version, String connector, Product product) {}

    /**
     * What is promised.
     *
     * @param serviceEndsOn the new first day without service; empty where only the carrier's record can say
     * @param numberLostOn the new first day on which the number may be gone; empty where nothing is known
     * @param spendsPaidDays whether renewing now may cost days already paid, or nobody knows: the person must say yes
     * @param termsVersion of the terms that are shown and must be accepted
     */
    public record Promise(
            Optional<LocalDate> serviceEndsOn,
            Optional<LocalDate> numberLostOn,
            boolean spendsPaidDays,
            String termsVersion) {}

    /** Whether money is credited and nothing else bought: no date moves by it. */
    public boolean onlyMoney() {
        return goods.product().effect() instanceof Effect.Credit
                && promise.serviceEndsOn().isEmpty();
    }

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}

package dev.keepline.catalog;

import dev.keepline.kernel.Money;
import java.time.Period;
import java.util.Optional;

/** What is paid and for how long. Prices are net: taxes and fees come on top, by {@link PricingRules}. */
public sealed interface Tariff {

    Kind kind();

    /** A fixed price for a fixed term. */
    record Fixed(Kind kind, Period term, Money price) implements Tariff {

        public Fixed {
            if (term.isZero() || term.isNegative()) {
                throw new IllegalArgumentException("the term must be longer than nothing, not " + term);
            }
            if (price.isNegative()) {
                throw new IllegalArgumentException("the price must not be below zero, but is " + price);
            }
        }
    }

    /**
     * Validity follows the amount, by the carrier's {@link LapseRule}.
     *
     * @param usual the amount the carrier itself suggests, where it does
     */
    record ByAmount(Kind kind, Optional<Money> usual) implements Tariff {}
}

package dev.keepline.catalog;

import dev.keepline.kernel.Money;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** How long service lasts after a payment. */
public sealed interface ValidityRule {

    /** By the amount that arrives. Tiers rise and leave no gap. */
    record ByAmount(List<Tier> tiers) implements ValidityRule {

        public ByAmount {
            tiers = List.copyOf(tiers);
            if (tiers.isEmpty()) {
                throw new IllegalArgumentException("at least one tier is needed");
            }
        }
    }

    /** By the term of the plan; {@code sold} are the terms the carrier sells, empty where every plan says its own. */
    record ByTerm(List<Period> sold) implements ValidityRule {

        public ByTerm {
            sold = List.copyOf(sold);
        }
    }

    /** No source says. */
    record Unpublished() implements ValidityRule {}

    /**
     * @param from the smallest amount of the tier
     * @param to the largest; empty for the last tier
     */
    record Tier(Money from, Optional<Money> to, int days) {

        boolean holds(Money amount) {
            return amount.compareTo(from) >= 0 && (to.isEmpty() || amount.compareTo(to.get()) <= 0);
        }
    }
}

package dev.keepline.carriers;

import dev.keepline.kernel.Money;

/**
 * Amounts of credit that a connector sells: one amount, or every step from the least to the most.
 *
 * @param step between two of them; of no meaning where least and most are the same
 */
public record Amounts(Money least, Money most, Money step) {

    public Amounts {
        if (most.compareTo(least) < 0 || !step.isPositive()) {
            throw new IllegalArgumentException("no amounts: " + least + " to " + most + " by " + step);
        }
    }

    /** One amount alone. */
    public static Amounts only(Money amount) {
        return new Amounts(amount, amount, amount);
    }

    public boolean single() {
        return least.equals(most);
    }

    public boolean holds(Money amount) {
        return amount.compareTo(least) >= 0
                && amount.compareTo(most) <= 0
                && (amount.minor() - least.minor()) % step.minor() == 0;
    }

    /** The largest of them that is not above the amount; the least where all are. */
    Money atMost(Money amount) {
        if (amount.compareTo(least) <= 0) {
            return least;
        }
        long room = Math.min(amount.minor(), most.minor()) - least.minor();
        return new Money(least.minor() + room / step.minor() * step.minor(), least.currency());
    }

    /** The smallest of them that is not below the amount; the largest there is where all are. */
    Money atLeast(Money amount) {
        var below = atMost(amount);
        long next = below.minor() + (below.compareTo(amount) < 0 ? step.minor() : 0);
        return next > most.minor() ? below : new Money(next, least.currency());
    }
}

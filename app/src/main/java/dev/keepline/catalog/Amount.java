package dev.keepline.catalog;

/** How much of something is included, in the unit the owner of the field names. */
public sealed interface Amount {

    /** No limit by amount. */
    record Unlimited() implements Amount {}

    /** Exactly this much; zero means none. */
    record Limited(long units) implements Amount {

        public Limited {
            if (units < 0) {
                throw new IllegalArgumentException("an allowance must not be below zero, but is " + units);
            }
        }
    }

    /** The source does not say. */
    record Unstated() implements Amount {}
}

package dev.keepline.catalog;

import java.util.OptionalInt;

/** A number of days as sources give it. Where they give a range, the low end is what protects a number. */
public sealed interface Days {

    record Known(int days) implements Days {

        public Known {
            requireNotNegative(days);
        }
    }

    /** @param high empty where only the least is known */
    record Range(int low, OptionalInt high) implements Days {

        public Range {
            requireNotNegative(low);
            if (high.isPresent() && high.getAsInt() <= low) {
                throw new IllegalArgumentException("high must be above low: " + low + ", " + high.getAsInt());
            }
        }
    }

    record Unknown() implements Days {}

    private static void requireNotNegative(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("days must not be below zero: " + days);
        }
    }
}

package dev.keepline.catalog;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The first local date of something: without service, or on which the number may be gone. As well known as its sources
 * allow.
 */
public sealed interface OnDate {

    record Known(LocalDate on) implements OnDate {}

    /**
     * Not before {@code from}, which is the day that counts.
     *
     * @param to the latest any source allows; empty where only the earliest is known
     */
    record Range(LocalDate from, Optional<LocalDate> to) implements OnDate {

        public Range {
            if (to.isPresent() && !to.get().isAfter(from)) {
                throw new IllegalArgumentException("a range must end after it begins: " + from + ", " + to.get());
            }
        }
    }

    record Unknown() implements OnDate {}

    /** The day that counts: the earliest on which it may happen. Empty when nothing is known. */
    default Optional<LocalDate> earliest() {
        return switch (this) {
            case Known(var on) -> Optional.of(on);
            case Range(var from, var _) -> Optional.of(from);
            case Unknown() -> Optional.empty();
        };
    }

    /** The latest any source allows. Empty when nobody says. */
    default Optional<LocalDate> latest() {
        return switch (this) {
            case Known(var on) -> Optional.of(on);
            case Range(var _, var to) -> to;
            case Unknown() -> Optional.empty();
        };
    }

    /** Exactly that day when both ends are the same, else the range between them, open where its end is not known. */
    static OnDate from(LocalDate from, Optional<LocalDate> to) {
        return to.equals(Optional.of(from)) ? new Known(from) : new Range(from, to);
    }
}

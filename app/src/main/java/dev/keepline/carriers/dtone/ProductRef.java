package dev.keepline.carriers.dtone;

import java.util.Optional;

/** The id under which we know a product of DT One's: theirs, and how it is ordered. */
record ProductRef(long id, Kind kind) {

    /** How it is ordered. */
    enum Kind {
        /** A plan for the eSIM that the order names. */
        ESIM,
        /** Credit of a fixed amount for a number. */
        FIXED,
        /** Credit of an amount we name, for a number. */
        RANGED
    }

    static Optional<ProductRef> parse(String text) {
        if (!text.matches("(ESIM|FIXED|RANGED)-[0-9]{1,18}")) {
            return Optional.empty();
        }
        int dash = text.indexOf('-');
        return Optional.of(
                new ProductRef(Long.parseLong(text.substring(dash + 1)), Kind.valueOf(text.substring(0, dash))));
    }

    @Override
    public String toString() {
        return kind + "-" + id;
    }
}

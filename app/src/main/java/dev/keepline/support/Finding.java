package dev.keepline.support;

/**
 * What a comparison of our books with somebody else's came to.
 *
 * @param where whose records ours were compared with, for example {@code stripe}
 * @param about what it is about, by its name there; with {@code where} the same in a later comparison
 * @param text for people: what we have, what they have
 */
public record Finding(Verdict verdict, String where, String about, String text) {

    /** Whether anybody has to do anything. */
    public enum Verdict {
        /** Nothing explains it. */
        DIFFERENCE,
        /** An open case says why. */
        EXPLAINED,
        /** A renewal is at it just now and will book what happened. */
        IN_MOTION,
        /** The product looks there again by itself at a known time, and books then what it finds: no case yet. */
        LATER,
        /** Their records could not be read. */
        NOT_COMPARED
    }

    Finding as(Verdict other) {
        return new Finding(other, where, about, text);
    }

    Finding and(String more) {
        return new Finding(verdict, where, about, text + more);
    }

    String key() {
        return key(where, about);
    }

    static String key(String where, String about) {
        return where + " " + about;
    }

    /** One row of the report. */
    @Override
    public String toString() {
        return "%-12s %-10s %s: %s".formatted(verdict, where, about, text);
    }
}

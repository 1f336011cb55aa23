package dev.keepline.simulator;

/** Something that must never be true is true. Ends the run of its seed. */
public final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String invariant;

    Violation(String invariant, String what) {
        super(invariant + ": " + what);
        this.invariant = invariant;
    }

    /** Which invariant of the design's fault list, such as {@code I1}; {@code END} and {@code ENGINE} besides. */
    public String invariant() {
        return invariant;
    }
}

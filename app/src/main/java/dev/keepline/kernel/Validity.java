package dev.keepline.kernel;

import java.time.LocalDate;
import java.time.Period;

/**
 * How dates of a line are added up. All dates are local to the line's zone; a date is the first day <em>without</em>
 * what it ends (glossary: <em>service ends on</em>, <em>number lost on</em>).
 */
public final class Validity {

    private Validity() {}

    /**
     * The day on which the n-th period after the anchor begins, counted from the anchor each time so that a short month
     * does not shift the later ones: 31 January + 1 month is 28 or 29 February, + 2 months is 31 March.
     */
    public static LocalDate after(LocalDate anchor, Period period, int times) {
        return anchor.plus(period.multipliedBy(times));
    }

    /** The last day on which what ends on {@code endsOn} can still be used: what pages show. */
    public static LocalDate lastDayBefore(LocalDate endsOn) {
        return endsOn.minusDays(1);
    }
}

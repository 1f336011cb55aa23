package dev.keepline.catalog;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The two clocks of a line, as of one local date.
 *
 * @param serviceEndsOn the first local date without service
 * @param numberLostOn the first local date on which the number may be gone if nothing is done
 * @param rule by which they were reckoned; it holds source, date and confidence. Empty where nothing is published.
 */
public record Clocks(
        LocalDate asOf, LifeState state, OnDate serviceEndsOn, OnDate numberLostOn, Optional<LapseRule> rule) {

    /** Whether some source still gives the number a chance although we count it as lost. */
    public boolean mayStillBeThere() {
        return state == LifeState.GONE
                && numberLostOn instanceof OnDate.Range(var _, var to)
                && to.map(asOf::isBefore).orElse(true);
    }
}

package dev.keepline.portal.life;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The two clocks of a line, as far as they are known.
 *
 * @param serviceEndsOn the first day without service
 * @param numberLostOn the first day on which the number may be gone, by the shortest of the sources
 * @param latestLostOn the same by the longest of the sources, where they disagree
 */
public record Clocks(
        Optional<LocalDate> serviceEndsOn,
        Certainty certainty,
        Optional<LocalDate> numberLostOn,
        Optional<LocalDate> latestLostOn) {

    /** Nothing is known. */
    public static final Clocks UNKNOWN =
            new Clocks(Optional.empty(), Certainty.NONE, Optional.empty(), Optional.empty());
}

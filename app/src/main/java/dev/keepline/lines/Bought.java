package dev.keepline.lines;

import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.RenewalId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One stretch of validity that a renewal bought.
 *
 * @param endsOn the first day without service by the published rule; empty where only the carrier's record can say
 * @param plan the line is on with it; empty where it changes none
 */
public record Bought(
        LineId line,
        int segment,
        RenewalId renewal,
        Optional<LocalDate> endsOn,
        Optional<String> plan,
        Records records) {

    /** The carrier's record without the stretch and with it, where one can be read. */
    public record Records(Optional<Snapshot> before, Optional<Snapshot> after) {}
}

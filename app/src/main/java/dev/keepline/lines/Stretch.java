package dev.keepline.lines;

import dev.keepline.kernel.RenewalId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One stretch of validity in the books of a line.
 *
 * @param endsOn the first day without service by the published rule; empty where only the carrier's record says
 * @param revokedAt when the carrier took it back
 */
public record Stretch(
        int segment, RenewalId renewal, Optional<LocalDate> endsOn, Instant bookedAt, Optional<Instant> revokedAt) {}

package dev.keepline.lines;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A renewal elsewhere as it stands in the books of a line.
 *
 * @param endsOn the first day without service that follows
 * @param byRule whether that follows from the carrier's published rule; else the subscriber said it
 */
public record RenewedElsewhere(Elsewhere said, LocalDate endsOn, boolean byRule, Instant notedAt) {}

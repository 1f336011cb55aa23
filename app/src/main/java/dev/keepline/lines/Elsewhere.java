package dev.keepline.lines;

import dev.keepline.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a subscriber says of a renewal that was paid elsewhere.
 *
 * @param on the local date it was paid
 * @param amount that was paid, in US dollars
 * @param offering the catalogue id of the plan that was bought
 * @param endsOn the first day without service, where the carrier told the subscriber
 */
public record Elsewhere(LocalDate on, Optional<Money> amount, Optional<String> offering, Optional<LocalDate> endsOn) {}

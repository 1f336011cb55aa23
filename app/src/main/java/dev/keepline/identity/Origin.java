package dev.keepline.identity;

import java.util.Optional;

/**
 * Where a try comes from.
 *
 * @param place the network address
 * @param browser what {@link Browsers} gave this browser once; anybody can write anything there
 */
public record Origin(String place, Optional<String> browser) {}

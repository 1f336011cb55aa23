package dev.keepline.catalog.cli;

import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Clocks;

/**
 * The clocks and what they were reckoned from.
 *
 * @param because what was taken to have been bought, in English
 */
public record ClocksAnswer(CarrierId carrier, Clocks clocks, String because) {}

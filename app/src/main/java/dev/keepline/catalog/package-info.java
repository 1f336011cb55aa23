/**
 * What carriers sell, what it costs all-in, and how long a line and its number live: read from the YAML files in
 * {@code catalog/}, every figure with its source, date and confidence.
 *
 * <p>Owns: offerings and their versions, lapse rules, the table of taxes and fees, and the pure rules over them ({@link
 * dev.keepline.catalog.LapseRules}, {@link dev.keepline.catalog.PricingRules}). Invariants: nothing is half imported;
 * an old version of an offering stays, because quotes refer to it; what no source says is {@code Unknown}, never
 * guessed; a place that is not listed is refused, never taxed at zero. Must not: know a line, a subscriber or a
 * connector, or hard-code what an aggregator sells.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "settings"})
package dev.keepline.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

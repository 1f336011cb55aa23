/**
 * What Keepline asks of carriers and aggregators: the connector SPI, one sub-package per connector.
 *
 * <p>Owns: the words in which every carrier answers ({@link dev.keepline.carriers.OrderRecord}, {@link
 * dev.keepline.carriers.Snapshot}). Must not: know what a renewal is, or turn silence into success.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "guard", "jobs", "settings", "trace"})
package dev.keepline.carriers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

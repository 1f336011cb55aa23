/**
 * Subscribed lines: who they are, what the carrier last said of them, and which stretches of validity were bought.
 *
 * <p>Owns: the line's own books, each date with its source and age. Invariant: a line is seen by its own account only.
 * Must not: guess a date, or know how a renewal is paid.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "catalog", "carriers", "jobs", "database"})
package dev.keepline.lines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

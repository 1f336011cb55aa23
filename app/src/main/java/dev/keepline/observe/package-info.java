/**
 * What an operator sees of the running application: metrics, health, and the port for both.
 *
 * <p>Owns: the registry, the one reader that samples what has to be counted in the database, readiness and liveness, the
 * management port. Invariants: a scrape costs no query; a sample that failed shows by its age, never as zero; nothing here
 * is told to the public but whether we are ready. Must not: change anything, or hold up what it watches.
 */
@NullMarked
@ApplicationModule
package dev.keepline.observe;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Letters before a line loses its service or its number.
 *
 * <p>Owns: which reminder is due when, which went out, and which kinds an account wants. Invariants: each reminder is sent
 * at least once while its day lasts, and of a line one a day at most; what is recorded as sent was committed together with
 * its letter; a date nobody knows is reminded of by nothing. Must not: choose words, or guess a date.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "database", "settings", "catalog", "lines", "identity", "notifications", "jobs"
        })
package dev.keepline.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

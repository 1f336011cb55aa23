/**
 * Leased durable work: claimed by one worker at a time, fenced, retried, quarantined.
 *
 * <p>Invariants: a row is committed with the state that needs it; a worker whose lease ended cannot commit. Must not: know
 * what a job does.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package dev.keepline.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

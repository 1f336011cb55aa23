/**
 * Leased durable work: claimed by one worker at a time, fenced, retried, quarantined.
 *
 * <p>{@link dev.keepline.jobs.Jobs} schedules and wakes inside the transaction that makes the work necessary; {@link
 * dev.keepline.jobs.JobRunner} claims what is due and gives it to the {@link dev.keepline.jobs.JobHandler} of its kind.
 *
 * <p>Invariants: a row is committed with the state that needs it; a wake-up that comes while a worker is busy makes the
 * job due again; a worker whose lease went to another cannot commit; an item that keeps failing is set aside and the
 * others go on. Must not: know what a job does.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "trace"})
package dev.keepline.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

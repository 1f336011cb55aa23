package dev.keepline.jobs;

import java.time.Instant;

/** What is to become of a job after a step. */
public sealed interface Next {

    /** Nothing is left to do until somebody wakes or schedules it. */
    record Rest() implements Next {}

    /** To be taken up again. */
    record At(Instant dueAt) implements Next {}

    /** The handler settled the claim itself, in the transaction that committed its result. */
    record Settled() implements Next {}
}

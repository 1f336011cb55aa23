package dev.keepline.jobs;

/**
 * The right to work on one job until its lease ends. Settled once: by the end of the step or by its failure.
 *
 * @param fence grows with each claim and each settlement: a write with another fence is refused
 * @param wakes how often the job had been woken when it was claimed: a wake-up that comes in between is not lost
 */
public record Claim(WakeRef job, long fence, long wakes) {}

package dev.keepline.jobs;

/** Whether a worker still had the right to write. */
public enum Settlement {
    OK,
    /** The claim is settled already, or the lease ended and another worker has the job: write nothing. */
    FENCED
}

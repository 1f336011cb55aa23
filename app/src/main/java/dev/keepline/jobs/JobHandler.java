package dev.keepline.jobs;

/** Does one kind of work. One bean per kind; each kind is run by a {@link JobRunner} of its own. */
public interface JobHandler {

    /** The kind of the jobs it takes, as in {@link WakeRef#kind}. */
    String kind();

    /**
     * Takes the job one step further, on a virtual thread, outside any transaction. May run again after a crash at any
     * point of it. What it throws counts as a failed attempt.
     */
    Next step(Claim claim);

    /**
     * The job failed too often and is set aside: say so to somebody who can help, in the caller's transaction, which also
     * marks the job.
     *
     * @param cause of the last failure, for operators
     */
    void quarantined(WakeRef job, String cause);
}

package dev.keepline.jobs;

import dev.keepline.database.PostgresTest;
import dev.keepline.database.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The jobs of one test database, with shorthand for what the tests do all the time. */
public final class JobsDesk {

    static final String KIND = "renewal";
    static final Duration LONG = Duration.ofHours(1);

    /** A lease that is over as soon as it is given: what a killed worker leaves behind, without waiting for it. */
    static final Duration OVER = Duration.ZERO;

    private static final AtomicLong NUMBER = new AtomicLong();

    final PostgresTest postgres;
    final Transactions transactions;
    final Nudges nudges = new Nudges();
    public final Jobs jobs;
    public final Leases leases;
    final Quarantine quarantine;

    public JobsDesk(PostgresTest postgres) {
        this(postgres, postgres.jdbc(), postgres.transactions());
    }

    /** The same over connections of the caller's. */
    public JobsDesk(PostgresTest postgres, JdbcClient jdbc, Transactions transactions) {
        this.postgres = postgres;
        this.transactions = transactions;
        this.jobs = new Jobs(jdbc, transactions, nudges);
        this.leases = new Leases(jdbc, transactions, LONG);
        this.quarantine = new Quarantine(jdbc, transactions, nudges);
    }

    /** A job of an account of its own, due since long ago. */
    WakeRef due() {
        var job = job();
        jobs.schedule(job, Instant.EPOCH);
        return job;
    }

    /** The name of a job that does not exist. */
    WakeRef job() {
        long number = NUMBER.incrementAndGet();
        return new WakeRef(KIND, postgres.account(), "job-" + number);
    }

    Claim claim(Duration lease) {
        return leases.claim(KIND, lease, 1).getFirst().claim();
    }

    List<WakeRef> claimed() {
        return leases.claim(KIND, LONG, 1_000).stream()
                .map(lease -> lease.claim().job())
                .toList();
    }

    JobAttempt attempt(JobHandler handler, int attempts) {
        var backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), new SplittableRandom(1));
        return new JobAttempt(handler, leases, transactions, new JobAttempt.Policy(attempts, backoff));
    }

    /** What waits for a time in the future is due now, as if that time had come. */
    void timePasses() {
        postgres.owner()
                .sql("update job set due_at = now() where due_at is not null")
                .update();
    }

    void reset() {
        postgres.owner().sql("delete from job").update();
    }
}

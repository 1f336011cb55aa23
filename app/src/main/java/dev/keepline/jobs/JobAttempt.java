package dev.keepline.jobs;

import dev.keepline.database.Transactions;
import dev.keepline.trace.TraceId;
import dev.keepline.trace.Traces;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/** One attempt at one leased job: does the step and settles the claim, whatever happens. */
final class JobAttempt {

    private static final Logger LOG = LoggerFactory.getLogger(JobAttempt.class);
    private static final int LONGEST_CAUSE = 2_000;

    /** A database that restarts is back within so many looks; after them the lease's end brings the job back. */
    private static final int LOOKS = 40;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final JobHandler handler;
    private final Leases leases;
    private final Transactions transactions;
    private final Policy policy;

    JobAttempt(JobHandler handler, Leases leases, Transactions transactions, Policy policy) {
        this.handler = handler;
        this.leases = leases;
        this.transactions = transactions;
        this.policy = policy;
    }

    /** @param attempts in a row after which a job is set aside */
    record Policy(long attempts, Backoff backoff) {}

    /** Works under the trace of whoever made the work necessary, so that one number leads from a page to all it brought about. */
    void run(Lease lease) {
        var job = lease.claim().job();
        try (var _ = Traces.open(lease.trace().orElseGet(TraceId::fresh));
                var _ = Traces.job(job.kind(), job.key())) {
            attempt(lease);
        }
    }

    private void attempt(Lease lease) {
        if (lease.attempts() > policy.attempts()) {
            // Every worker that took it died with it, or it would have been set aside by its last failure.
            setAside(lease.claim(), "no worker lived to the end of its last " + policy.attempts() + " attempts");
            return;
        }
        try {
            settle(lease.claim(), handler.step(lease.claim()));
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.warn("{} failed, attempt {} of {}", lease.claim(), lease.attempts(), policy.attempts(), failure);
            patiently(() -> failed(lease, cause(failure)));
        }
    }

    private void settle(Claim claim, Next next) {
        Settlement settlement = switch (next) {
            case Next.Settled _ -> Settlement.OK;
            case Next.Rest _ -> leases.finish(claim, Optional.empty());
            case Next.At(var dueAt) -> leases.finish(claim, Optional.of(dueAt));
        };
        if (settlement == Settlement.FENCED) {
            LOG.info("{} went to another worker before its step ended", claim);
        }
    }

    /** What failed because the database went away for a moment is settled when it is back, and not a whole lease later. */
    private static void patiently(Runnable settling) {
        for (int looks = 1; ; looks++) {
            try {
                settling.run();
                return;
            } catch (DataAccessResourceFailureException gone) {
                if (looks == LOOKS) {
                    throw gone;
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
    }

    private void failed(Lease lease, String cause) {
        if (lease.attempts() >= policy.attempts()) {
            setAside(lease.claim(), cause);
        } else {
            leases.retry(lease.claim(), cause, policy.backoff().after(lease.attempts()));
        }
    }

    private void setAside(Claim claim, String cause) {
        transactions.inAccount(claim.job().account(), () -> {
            if (leases.quarantine(claim, cause) == Settlement.OK) {
                LOG.error("{} is set aside: {}", claim.job(), cause);
                handler.quarantined(claim.job(), cause);
            }
        });
    }

    private static String cause(Throwable failure) {
        String text = failure.toString();
        return text.length() > LONGEST_CAUSE ? text.substring(0, LONGEST_CAUSE) : text;
    }
}

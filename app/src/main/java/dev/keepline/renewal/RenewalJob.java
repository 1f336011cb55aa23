package dev.keepline.renewal;

import dev.keepline.jobs.Claim;
import dev.keepline.jobs.JobHandler;
import dev.keepline.jobs.Next;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.engine.RenewalStep;
import dev.keepline.renewal.engine.Terms;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries renewals on whenever they are due or woken. */
final class RenewalJob implements JobHandler {

    /** The kind of a renewal's job. */
    static final String KIND = Terms.JOB_KIND;

    private static final Logger log = LoggerFactory.getLogger(RenewalJob.class);

    private final RenewalStep step;
    private final InstantSource clock;

    RenewalJob(RenewalStep step, InstantSource clock) {
        this.step = step;
        this.clock = clock;
    }

    static WakeRef ref(dev.keepline.kernel.AccountId account, RenewalId renewal) {
        return new WakeRef(KIND, account, renewal.toString());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Next step(Claim claim) {
        return switch (step.run(claim)) {
            case OK, FENCED -> new Next.Settled();
            case STALE, DUPLICATE -> new Next.At(clock.instant());
        };
    }

    @Override
    public void quarantined(WakeRef job, String cause) {
        log.error("renewal {} is set aside after failing too often: {}", job.key(), cause);
    }
}

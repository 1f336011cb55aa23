package dev.keepline.imports;

import dev.keepline.jobs.Claim;
import dev.keepline.jobs.JobHandler;
import dev.keepline.jobs.Next;
import dev.keepline.jobs.WakeRef;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finishes a claim that a crash interrupted. */
@Component
final class ClaimJob implements JobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimJob.class);

    private final Claims claims;
    private final InstantSource clock;

    ClaimJob(Claims claims, InstantSource clock) {
        this.claims = claims;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Claims.KIND;
    }

    @Override
    public Next step(Claim claim) {
        claims.take(claim.job().account(), clock.instant());
        return new Next.Rest();
    }

    @Override
    public void quarantined(WakeRef job, String cause) {
        LOG.error("account {} does not get what it claimed: {}", job.account(), cause);
    }
}

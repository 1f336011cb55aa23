package dev.keepline.identity;

import dev.keepline.jobs.Claim;
import dev.keepline.jobs.JobHandler;
import dev.keepline.jobs.Next;
import dev.keepline.jobs.WakeRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finishes the deletion of an account that a crash cut short. */
@Component
final class DepartureJob implements JobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DepartureJob.class);

    private final Departures departures;

    DepartureJob(Departures departures) {
        this.departures = departures;
    }

    @Override
    public String kind() {
        return Departures.KIND;
    }

    @Override
    public Next step(Claim claim) {
        departures.finish(claim.job().account());
        return new Next.Rest();
    }

    @Override
    public void quarantined(WakeRef job, String cause) {
        LOG.error("account {} is not erased yet: {}", job.account(), cause);
    }
}

package dev.keepline.renewal;

import dev.keepline.jobs.Claim;
import dev.keepline.jobs.JobHandler;
import dev.keepline.jobs.Next;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.engine.Decision.CaseKind;
import dev.keepline.renewal.engine.Decision.CaseOpening;
import dev.keepline.renewal.engine.RenewalStep;
import dev.keepline.renewal.engine.Terms;
import dev.keepline.renewal.postgres.EffectRows;
import java.time.Instant;
import java.time.InstantSource;

/** Carries renewals on whenever they are due or woken. */
final class RenewalJob implements JobHandler {

    /** The kind of a renewal's job. */
    static final String KIND = Terms.JOB_KIND;

    private final RenewalStep step;
    private final EffectRows effects;
    private final InstantSource clock;

    RenewalJob(RenewalStep step, EffectRows effects, InstantSource clock) {
        this.step = step;
        this.effects = effects;
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
            case STALE, DUPLICATE -> new Next.At(Instant.EPOCH); // at once, by whosever clock
        };
    }

    @Override
    public void quarantined(WakeRef job, String cause) {
        var stuck = new CaseOpening(CaseKind.STUCK, "set aside after failing too often: " + cause);
        effects.open(job.account(), RenewalId.parse(job.key()), stuck, clock.instant());
    }
}

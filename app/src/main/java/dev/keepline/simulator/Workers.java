package dev.keepline.simulator;

import dev.keepline.jobs.Claim;
import dev.keepline.jobs.WakeRef;
import dev.keepline.renewal.engine.RenewalStep;
import dev.keepline.renewal.engine.RenewalStore.Committed;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.simulator.memory.MemoryJobs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Two worker processes over one store. While one waits or is stopped, the other works. */
final class Workers implements World.Work {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int PROCESSES = 2;

    private final World world;
    private final Faults faults;
    private final MemoryJobs jobs;
    private final RenewalStep step;
    private int busy;
    private Instant downUntil = Instant.MIN;

    Workers(World world, Faults faults, MemoryJobs jobs, RenewalStep step) {
        this.world = world;
        this.faults = faults;
        this.jobs = jobs;
        this.step = step;
    }

    @Override
    public Optional<Instant> dueAt() {
        return busy >= PROCESSES ? Optional.empty() : jobs.nextAt().map(at -> at.isBefore(downUntil) ? downUntil : at);
    }

    @Override
    public void run() {
        if (faults.strikes(Fault.WORKERS_DOWN)) {
            downUntil = world.instant().plus(world.dice().around(Duration.ofMinutes(1), Duration.ofDays(2)));
            return;
        }
        jobs.claimNext(world.instant(), LEASE).ifPresent(claim -> work(claim, new Signal.Woken()));
    }

    /** A person's request, worked on by the process that serves pages. @return false when somebody else has the job */
    boolean runNow(WakeRef job, Signal signal) {
        var claim = jobs.claimNow(job, world.instant(), LEASE);
        claim.ifPresent(c -> work(c, signal));
        return claim.isPresent();
    }

    private void work(Claim claim, Signal first) {
        busy++;
        try {
            if (step.run(claim, first) == Committed.STALE) {
                jobs.finish(claim, Optional.of(world.instant()));
            }
        } catch (Crash dead) {
            world.trace()
                    .add(
                            world.instant(),
                            "killed",
                            claim.fence(),
                            () -> Words.of(claim.job().key()));
        } catch (Violation found) {
            throw found;
        } catch (RuntimeException mistake) {
            throw new Violation("ENGINE", "the engine threw " + mistake);
        } finally {
            busy--;
        }
    }
}

package dev.keepline.simulator;

import dev.keepline.jobs.WakeRef;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.simulator.memory.MemoryJobs;
import java.time.Duration;
import java.util.function.BiConsumer;

/** What vendors tell us by themselves: lost, late, twice, in any order, and forged by anybody. */
final class Webhooks {

    private static final Duration USUAL = Duration.ofSeconds(3);
    private static final Duration LATE = Duration.ofHours(5);

    private final World world;
    private final Faults faults;
    private final MemoryJobs jobs;
    private final BiConsumer<WakeRef, Signal> listener;

    Webhooks(World world, Faults faults, MemoryJobs jobs, BiConsumer<WakeRef, Signal> listener) {
        this.world = world;
        this.faults = faults;
        this.jobs = jobs;
        this.listener = listener;
    }

    /** Sent, and perhaps lost. */
    void send(WakeRef job, Signal claims) {
        if (!faults.strikes(Fault.WEBHOOK_LOST)) {
            sendSurely(job, claims);
        }
    }

    /** Sent again until it is taken. */
    void sendSurely(WakeRef job, Signal claims) {
        int copies = faults.strikes(Fault.WEBHOOK_TWICE) ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            var longest = faults.strikes(Fault.WEBHOOK_LATE) ? LATE : USUAL;
            world.after(world.dice().around(Duration.ofMillis(20), longest), () -> arrive(job, claims));
        }
    }

    /** What it claims is nobody's business: it wakes the job, and the job asks. */
    void arrive(WakeRef job, Signal claims) {
        world.trace()
                .add(
                        world.instant(),
                        "webhook",
                        job.key().hashCode(),
                        () -> Words.of(job.key()) + " claims " + Words.of(claims));
        listener.accept(job, claims);
        jobs.wake(job, world.instant());
    }
}

package dev.keepline.renewal;

import dev.keepline.jobs.Lease;
import dev.keepline.jobs.Leases;
import dev.keepline.jobs.WakeRef;
import dev.keepline.renewal.engine.RenewalStep;
import dev.keepline.renewal.engine.RenewalStore;
import dev.keepline.renewal.engine.RenewalStore.Stored;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.renewal.engine.Stage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends a payment that nobody made yet, because the person chose something else. The open page is closed at the gateway
 * first; where it turns out to be paid already, that payment proceeds.
 */
final class Abandoning {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final RenewalStore store;
    private final RenewalStep step;
    private final Leases leases;

    Abandoning(RenewalStore store, RenewalStep step, Leases leases) {
        this.store = store;
        this.step = step;
        this.leases = leases;
    }

    /** Whether the renewal is proven to have ended unpaid. False when it goes on, or when it is not known yet. */
    boolean abandon(Stored stored) {
        var account = stored.renewal().terms().account();
        var id = stored.renewal().id();
        claim(RenewalJob.ref(account, id)).ifPresent(l -> step.run(l.claim(), new Signal.Abandoned()));
        return store.load(account, id)
                .map(now -> now.renewal().stage() instanceof Stage.NotCharged)
                .orElse(false);
    }

    /** A worker that just asks how the payment stands is done in a moment; nobody should have to press twice for it. */
    private Optional<Lease> claim(WakeRef job) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var lease = leases.claim(job, leases.usual());
        while (lease.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            lease = leases.claim(job, leases.usual());
        }
        return lease;
    }
}

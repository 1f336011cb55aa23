package dev.keepline.simulator;

import dev.keepline.jobs.Claim;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.engine.Cause;
import dev.keepline.renewal.engine.Decision;
import dev.keepline.renewal.engine.ForwardingStore;
import dev.keepline.renewal.engine.RenewalStore;
import dev.keepline.renewal.engine.Terms;
import java.time.Duration;
import java.time.Instant;

/** The store as a process sees it that can be killed or stopped before and after every commit. */
final class FaultyStore extends ForwardingStore {

    private final World world;
    private final Faults faults;
    private final Invariants invariants;

    FaultyStore(World world, Faults faults, RenewalStore store, Invariants invariants) {
        super(store);
        this.world = world;
        this.faults = faults;
        this.invariants = invariants;
    }

    @Override
    public Committed begin(Terms terms, Decision first) {
        crashOn(Fault.CRASH_BEFORE_COMMIT);
        pauseOn(Fault.PAUSE_BEFORE_COMMIT);
        var committed = store.begin(terms, first);
        note("begin", terms.id(), first, committed);
        crashOn(Fault.CRASH_AFTER_COMMIT);
        if (committed == Committed.OK) {
            invariants.acknowledged(terms.account(), terms.id());
        }
        return committed;
    }

    @Override
    public Committed commit(Claim claim, Stored before, Decision decision, Cause cause, Instant now) {
        crashOn(Fault.CRASH_BEFORE_COMMIT);
        pauseOn(Fault.PAUSE_BEFORE_COMMIT);
        var committed = store.commit(claim, before, decision, cause, now);
        note("commit by " + cause.name(), before.renewal().id(), decision, committed);
        invariants.check();
        crashOn(Fault.CRASH_AFTER_COMMIT);
        pauseOn(Fault.PAUSE_AFTER_COMMIT);
        return committed;
    }

    private void note(String what, RenewalId id, Decision decision, Committed committed) {
        if (committed == Committed.OK) {
            world.coverage().stage(decision.next());
            world.coverage().commit();
        }
        long detail = id.value().getLeastSignificantBits()
                ^ decision.next().getClass().getSimpleName().hashCode();
        world.trace()
                .add(
                        world.instant(),
                        what,
                        detail + committed.name().hashCode(),
                        () -> Words.of(id) + " " + committed + ": " + Words.of(decision, world.instant()));
    }

    private void crashOn(Fault fault) {
        if (faults.strikes(fault)) {
            throw new Crash();
        }
    }

    private void pauseOn(Fault fault) {
        if (faults.strikes(fault)) {
            world.pass(world.dice().around(Duration.ofSeconds(2), Duration.ofHours(3)));
        }
    }
}

package dev.keepline.simulator;

import dev.keepline.jobs.Claim;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.engine.Decision;
import dev.keepline.renewal.engine.RenewalStore;
import dev.keepline.renewal.engine.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store as a process sees it that can be killed or stopped before and after every commit. */
final class FaultyStore implements RenewalStore {

    private final World world;
    private final Faults faults;
    private final RenewalStore store;
    private final Invariants invariants;

    FaultyStore(World world, Faults faults, RenewalStore store, Invariants invariants) {
        this.world = world;
        this.faults = faults;
        this.store = store;
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
    public Committed commit(Claim claim, Stored before, Decision decision, String cause, Instant now) {
        crashOn(Fault.CRASH_BEFORE_COMMIT);
        pauseOn(Fault.PAUSE_BEFORE_COMMIT);
        var committed = store.commit(claim, before, decision, cause, now);
        note("commit by " + cause, before.renewal().id(), decision, committed);
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

    @Override
    public Optional<Stored> load(AccountId account, RenewalId id) {
        return store.load(account, id);
    }

    @Override
    public Optional<Stored> current(AccountId account, LineId line, int segment) {
        return store.current(account, line, segment);
    }

    @Override
    public List<Stored> recent(AccountId account, int limit) {
        return store.recent(account, limit);
    }

    @Override
    public List<Passage> history(AccountId account, RenewalId id) {
        return store.history(account, id);
    }
}

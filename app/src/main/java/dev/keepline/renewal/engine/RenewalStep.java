package dev.keepline.renewal.engine;

import dev.keepline.jobs.Claim;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.engine.RenewalStore.Committed;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The engine: load, decide, commit, call, decide, commit. Single-threaded, and the same class in production and in the simulator;
 * leases, threads and retries live outside.
 */
public final class RenewalStep {

    /** More steps than any renewal takes at one go: beyond it the job comes back by its timer. */
    private static final int MOST = 16;

    /**
     * A worker that was stopped for longer than this between its commit and its call lets the call be: the job comes back and
     * asks what is to be done now. Connectors count their horizon from the commit, so it has to be much longer than this.
     */
    private static final Duration STALE_AFTER = Duration.ofSeconds(30);

    private final RenewalStore store;
    private final Outside outside;
    private final Decider rules;
    private final InstantSource clock;

    public RenewalStep(RenewalStore store, Outside outside, Decider rules, InstantSource clock) {
        this.store = store;
        this.outside = outside;
        this.rules = rules;
        this.clock = clock;
    }

    /** Moves a claimed renewal as far as it goes now. The last commit says when it is due again. */
    public Committed run(Claim claim) {
        return run(claim, new Signal.Woken());
    }

    /** The same, beginning with what a person did. */
    public Committed run(Claim claim, Signal first) {
        var cause = Cause.of(first);
        var stored = store.load(
                        claim.job().account(), RenewalId.parse(claim.job().key()))
                .orElseThrow(() -> new IllegalStateException("a job without a renewal: " + claim.job()));
        for (int steps = 0; steps < MOST; steps++) {
            var now = clock.instant();
            var decision = rules.decide(stored.renewal(), cause.signal(), now);
            var committed = store.commit(claim, stored, decision, cause, now);
            boolean tooLate = clock.instant().isAfter(now.plus(STALE_AFTER));
            if (committed != Committed.OK || decision.call().isEmpty() || tooLate) {
                return committed;
            }
            var call = decision.call().get();
            cause = Cause.answer(outside.perform(call), call);
            stored = stored.after(decision);
        }
        return Committed.OK;
    }
}

package dev.keepline.simulator;

import dev.keepline.jobs.WakeRef;
import dev.keepline.renewal.engine.Decider;
import dev.keepline.renewal.engine.Outside;
import dev.keepline.renewal.engine.RenewalStore;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.simulator.memory.MemoryJobs;
import dev.keepline.simulator.memory.MemoryJournal;
import dev.keepline.simulator.memory.MemoryRenewalStore;

/** The parts of a run. Tests put a mistake into one of them and see whether it is found; nothing else overrides these. */
public interface Wiring {

    /** Nothing is changed. */
    Wiring REAL = new Wiring() {};

    /** The rules that decide. */
    default Decider rules(Decider real) {
        return real;
    }

    /** The store behind everything. */
    default MemoryRenewalStore memory(MemoryJobs jobs, MemoryJournal journal) {
        return new MemoryRenewalStore(jobs, journal);
    }

    /** The store as workers see it. */
    default RenewalStore store(RenewalStore real, MemoryJobs jobs) {
        return real;
    }

    /** The outside as workers see it. */
    default Outside outside(Outside real) {
        return real;
    }

    /** What a webhook claims, whoever sent it. */
    default void heard(WakeRef job, Signal claims) {
        // The engine believes nothing it is told: it is woken, and asks.
    }
}

package dev.keepline.renewal.engine;

import java.time.Instant;

/** Decides what a signal means for a renewal. A port, so that the simulator can plant mistakes and see them found. */
@FunctionalInterface
public interface Decider {
    Decision decide(Renewal renewal, Signal signal, Instant now);
}

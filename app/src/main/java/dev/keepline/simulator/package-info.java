/**
 * Runs the real renewal engine against a model of the outside, from one seed, with every fault we can think of.
 *
 * <p>Owns: the in-memory stores, the model gateway and carrier, the virtual clock, the invariants. Invariant: the same seed
 * gives the same run, to the last bit. Must not: be named by anything that serves people; read a clock or draw randomness
 * other than the seed's.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "jobs", "ledger", "carriers", "payments", "renewal :: engine"})
package dev.keepline.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

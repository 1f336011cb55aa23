/**
 * The renewal store in memory: the same contract as the PostgreSQL one, for the simulator and for fast tests.
 *
 * <p>Invariant: a commit is checked whole before anything of it is written. Not safe for several threads.
 */
@NullMarked
package dev.keepline.simulator.memory;

import org.jspecify.annotations.NullMarked;

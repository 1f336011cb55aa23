/**
 * The engine: pure rules, a store, the outside, and a single-threaded step that joins them.
 *
 * <p>No Spring, JDBC, HTTP, clock or randomness here: the same classes run in production and under the simulator.
 */
@NullMarked
package dev.keepline.renewal.engine;

import org.jspecify.annotations.NullMarked;

/**
 * The engine: pure rules, a store, the outside, and a single-threaded step that joins them.
 *
 * <p>No Spring, JDBC, HTTP, clock or randomness here: the same classes run in production and under the simulator, for which
 * the package is named as an interface of its module.
 */
@NamedInterface("engine")
@NullMarked
package dev.keepline.renewal.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

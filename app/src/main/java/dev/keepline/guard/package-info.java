/**
 * Whether a counterpart may be called now: a bulkhead, a breaker, and the rest it asked for.
 *
 * <p>Owns: the state of each counterpart as this process sees it, for the connectors and gateways that ask before they
 * send, and for whoever watches. Invariants: a refused call was not sent, and says when to come back; times are monotonic.
 * Must not: retry, wait for long, or know what a call means.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.keepline.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The other side of the wire: counterparts that speak the vendors' protocols, on their own storage and clock.
 *
 * <p>Owns the HTTP front, storage, faults, the sandbox clock, work due later and outgoing calls; each counterpart lives
 * in a package of its own. Shares no code with the application: they meet on the wire only.
 */
@NullMarked
package dev.keepline.sandbox;

import org.jspecify.annotations.NullMarked;

/**
 * What gateways tell us unasked.
 *
 * <p>Owns: every event that proved to be a gateway's, once. Invariants: acknowledged means stored; the event and the
 * wake-up of the job it names commit together; the same event does it once. Must not: believe what an event says about
 * money.
 */
@NullMarked
package dev.keepline.payments.inbox;

import org.jspecify.annotations.NullMarked;

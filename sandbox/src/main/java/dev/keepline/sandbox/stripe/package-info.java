/**
 * Stripe's side of the wire: hosted Checkout, PaymentIntents with manual capture, refunds, events and signed webhooks.
 *
 * <p>Owns every object it answers with; one call changes all of them together or none. Time is the sandbox clock's,
 * so a hold really ends and a saved idempotency key is really pruned. Never true here: two successful charges of one
 * intent, refunds above what was captured, a full card number anywhere but in the table of documented test cards.
 */
@NullMarked
package dev.keepline.sandbox.stripe;

import org.jspecify.annotations.NullMarked;

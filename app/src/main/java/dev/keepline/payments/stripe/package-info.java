/**
 * Stripe: hosted Checkout, card only, manual capture; its webhooks.
 *
 * <p>Owns: what Stripe's answers and silences mean. Must not: retry, or make up an idempotency key.
 */
@NullMarked
package dev.keepline.payments.stripe;

import org.jspecify.annotations.NullMarked;

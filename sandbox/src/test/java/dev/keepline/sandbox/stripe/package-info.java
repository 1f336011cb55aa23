/** Stripe's counterpart driven from outside: by stripe-java, by form posts, by the control calls. */
@NullMarked
package dev.keepline.sandbox.stripe;

import org.jspecify.annotations.NullMarked;

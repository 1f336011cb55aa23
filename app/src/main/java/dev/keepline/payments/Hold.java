package dev.keepline.payments;

import dev.keepline.kernel.Money;
import java.time.Instant;

/**
 * Money reserved at the gateway and not taken.
 *
 * @param paymentRef the gateway's own name for the payment
 * @param captureBefore the hold's own end, as the gateway states it
 * @param method for people: brand and last four digits
 */
public record Hold(String paymentRef, Money amount, Instant captureBefore, String method) {}

package dev.keepline.carriers;

import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.RequestId;

/**
 * One order to a carrier.
 *
 * @param reference ours; the only name by which an order whose answer was lost can be found again
 * @param wake the job to wake when the carrier calls back about it
 */
public record Order(RequestId reference, Product product, LineAddress line, WakeRef wake) {}

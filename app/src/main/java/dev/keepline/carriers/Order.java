package dev.keepline.carriers;

import dev.keepline.kernel.RequestId;

/**
 * One order to a carrier.
 *
 * @param reference ours; the only name by which an order whose answer was lost can be found again
 */
public record Order(RequestId reference, Product product, LineAddress line) {}

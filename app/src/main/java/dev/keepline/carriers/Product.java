package dev.keepline.carriers;

import dev.keepline.kernel.Money;

/**
 * Something a connector can order today, discovered there and never hard-coded.
 *
 * @param id the connector's own
 * @param wholesale what it costs us, out of our float
 */
public record Product(String id, Money wholesale, Effect effect, ProofLevel proof) {}

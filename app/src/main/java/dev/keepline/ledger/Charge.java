package dev.keepline.ledger;

import dev.keepline.kernel.Money;

/**
 * A tax or fee on top of a price, collected for somebody else.
 *
 * @param code as in the chart of accounts, for example {@code ny-sales-tax}
 */
public record Charge(String code, Money amount) {}

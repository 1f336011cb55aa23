package dev.keepline.catalog;

import dev.keepline.kernel.Money;

/** One levy on one price, in money. Lines of zero are kept: an explicit zero is a rate. */
public record TaxLine(Levy levy, Money amount) {}

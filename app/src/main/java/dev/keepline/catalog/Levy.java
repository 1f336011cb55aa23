package dev.keepline.catalog;

import dev.keepline.kernel.Money;
import java.math.BigDecimal;

/** A tax or fee of the table. */
public sealed interface Levy {

    /** As in the chart of accounts, for example {@code ny-sales-tax}. */
    String code();

    /** Of the message that names it. */
    String nameKey();

    /** A share of the net price; zero is a rate like any other. {@code rate} 0.08875 is 8.875 %. */
    record Percent(String code, String nameKey, BigDecimal rate) implements Levy {}

    /** The same for every payment. */
    record Fixed(String code, String nameKey, Money amount) implements Levy {}
}

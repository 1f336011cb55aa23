package dev.keepline.catalog;

import dev.keepline.kernel.Money;
import java.util.List;

/** A price, or why there is none. */
public sealed interface Pricing {

    /**
     * Everything the customer pays.
     *
     * @param net the carrier's list price
     * @param lines each tax and fee on top
     * @param labelKey of the message that says whose table of taxes it is
     */
    record AllIn(Money net, List<TaxLine> lines, String labelKey) implements Pricing {

        public AllIn {
            lines = List.copyOf(lines);
        }

        public Money total() {
            return lines.stream().map(TaxLine::amount).reduce(net, Money::plus);
        }
    }

    /** There is no price, and so no sale: what is not listed is never taken to be free of tax. */
    record Refused(Reason reason) implements Pricing {}

    /** Why there is no price. */
    enum Reason {
        /** The table has no entry for the place of use on that day. */
        PLACE_NOT_LISTED,
        /** The subscriber chooses the amount, and has not. */
        AMOUNT_MISSING
    }
}

package dev.keepline.portal.renew;

import dev.keepline.carriers.Amounts;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.catalog.Offering;
import dev.keepline.catalog.TaxLine;
import dev.keepline.kernel.Money;
import dev.keepline.portal.life.Clocks;
import java.util.List;
import java.util.Optional;

/**
 * An offering of the catalogue for one line, today.
 *
 * @param after how the line would stand; empty where only the carrier's record can say
 */
public record Offer(Offering offering, Cost cost, Optional<Clocks> after, Manner manner) {

    /** What is to be paid. */
    public sealed interface Cost {

        record AllIn(Money net, List<TaxLine> lines, Money total) implements Cost {}

        /**
         * The subscriber chooses the amount.
         *
         * @param tiers how long an amount keeps the line, where a published rule says so
         * @param sold what can be bought today; empty where that is not known
         */
        record Chosen(Optional<Money> usual, List<Tier> tiers, Optional<Sold> sold) implements Cost {}

        /** The place of use is not in the table of taxes, and nothing is sold without its tax. */
        record PlaceNotListed() implements Cost {}
    }

    /**
     * What can be bought today.
     *
     * @param named amounts to choose from
     * @param ranges in which any other can be written
     */
    public record Sold(List<Amount> named, List<Amounts> ranges) {}

    /**
     * One amount that can be bought.
     *
     * @param total what it costs, all-in
     * @param days it keeps the line, where a published rule says so
     */
    public record Amount(Money credit, Money total, Optional<Integer> days) {}

    /** An amount from this on lasts so many days. */
    public record Tier(Money from, Optional<Money> to, int days) {}

    /**
     * How it would be done.
     *
     * @param current whether the line is on this offering now
     * @param planLine whether credit reaches a line that lives on a plan: then it renews nothing by itself
     */
    public record Manner(ProofLevel proof, boolean current, boolean planLine) {}
}

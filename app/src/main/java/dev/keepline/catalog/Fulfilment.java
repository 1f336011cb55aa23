package dev.keepline.catalog;

/** How an offering reaches a line. */
public sealed interface Fulfilment {

    /**
     * Keepline can order it. A road says how to find the product at the aggregator; the product itself is discovered
     * there each time and never written down here.
     */
    sealed interface Road extends Fulfilment {

        /** The id of the connector that orders it, for example {@code dtone}. */
        String connector();

        Operator operator();
    }

    /**
     * A plan for an eSIM: this operator's product that lasts so long and holds so much.
     *
     * @param days of validity
     * @param dataBytes for the whole term
     */
    record Plan(String connector, Operator operator, int days, long dataBytes) implements Road {}

    /** Credit for a number; which amounts can be bought is discovered. */
    record Credit(String connector, Operator operator) implements Road {}

    /**
     * No way to order it: the page says what to do where, and has no pay button.
     *
     * @param instructionsKey of the message that says it
     */
    record None(String instructionsKey) implements Fulfilment {}

    /**
     * An operator as an aggregator lists it. Aggregators' ids differ from account to account, names do not.
     *
     * @param name matched without regard to case
     * @param country ISO 3166 alpha-3
     */
    record Operator(String name, String country) {}
}

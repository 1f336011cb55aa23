package dev.keepline.catalog;

/** How an offering is bought. */
public enum Kind {
    MONTHLY,
    QUARTERLY,
    YEARLY,
    /** Several months paid at once, neither a quarter nor a year. */
    MULTI_MONTH,
    /** Bought when wanted; nothing renews by itself. */
    PAY_AS_YOU_GO,
    /** Credit of an amount the subscriber chooses. Money credited is not a plan renewed. */
    TOP_UP_BY_AMOUNT
}

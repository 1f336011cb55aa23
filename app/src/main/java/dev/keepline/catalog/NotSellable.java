package dev.keepline.catalog;

/** Why Keepline shows an offering and does not sell it. */
public enum NotSellable {
    /** No longer sold by the carrier; kept because lines still have it. */
    HISTORICAL,
    /** Sources disagree about it. */
    CONFLICTING,
    /** There is no way to order it; see the instructions in {@link Fulfilment.None}. */
    NO_ROAD
}

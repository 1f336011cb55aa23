package dev.keepline.catalog;

/** The event from which a carrier counts the days until a number is lost. */
public enum LossEvent {
    /** The first date without a paid plan. */
    PLAN_END,
    /** The first date on which the balance is no longer valid. */
    BALANCE_EXPIRY,
    /** The date the line goes on hold: see {@link AtExpiry.HoldAfter}. */
    HOLD,
    /** The date it was bought. */
    PURCHASE;

    /** As in the data files and in JSON: {@code plan_end}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

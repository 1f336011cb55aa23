package dev.keepline.catalog;

/** What happens on the day the validity ends. */
public sealed interface AtExpiry {

    /** Service stops and what is left of the balance is gone for good. */
    record BalanceForfeited() implements AtExpiry {}

    /** Service stops; a payment brings it back. */
    record Suspended() implements AtExpiry {}

    /** The carrier bills; unpaid, the line goes on hold so many days later. */
    record HoldAfter(int days) implements AtExpiry {}

    /** The line is deleted and the number with it. */
    record Deleted() implements AtExpiry {}

    record Unknown() implements AtExpiry {}
}

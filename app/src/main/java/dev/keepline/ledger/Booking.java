package dev.keepline.ledger;

/** What became of entries that were to be booked. */
public enum Booking {
    BOOKED,
    /** All of them stood in the journal before, with the same transfers: nothing was added. */
    ALREADY_BOOKED
}

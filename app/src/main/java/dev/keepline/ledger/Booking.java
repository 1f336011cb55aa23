package dev.keepline.ledger;

/** What became of entries that were to be booked. */
public enum Booking {
    BOOKED,
    /** The same facts, with the same transfers, stood in the journal before: nothing was added. */
    ALREADY_BOOKED
}

package dev.keepline.renewal;

/** Where a renewal stands, as far as the person who waits for it is concerned. */
public enum Phase {
    /** The payment page is being opened. */
    OPENING,
    /** The payment page is open; nobody has paid. */
    TO_PAY,
    /** The payment page is being closed because something else was chosen. */
    CLOSING,
    /** Money is reserved; the carrier's record is being read before ordering. */
    AUTHORISED,
    /** The order was sent and is proven not placed; it is sent again soon. */
    NOT_PLACED,
    /** Ordered; the carrier has not decided or we do not know what it decided. */
    ORDERED,
    /** The carrier says done; its record is being read. */
    CONFIRMING,
    /** The carrier's record does not show what was bought; a person looks. */
    IN_REVIEW,
    /** Proven; the money is being taken. */
    CONFIRMED,
    /** Renewed, proven, paid. */
    RENEWED,
    /** Not to be charged; the reservation is being given back. */
    RELEASING,
    /** Over; nothing was charged. */
    NOT_CHARGED,
    /** The carrier took it back after we charged; the money is on its way back. */
    REFUNDING,
    /** Over; charged and given back. */
    REFUNDED,
    /** Over for the machine; the gateway could not give the money back, a person does. */
    REFUND_FAILED,
    /** Over; charged, and given back outside the gateway, whose refund had failed. */
    RETURNED,
    /** Renewed and proven; the money could not be taken and is owed. */
    OWED;

    /** Nothing more happens by itself. */
    public boolean over() {
        return switch (this) {
            case RENEWED, NOT_CHARGED, REFUNDED, REFUND_FAILED, RETURNED, OWED -> true;
            case OPENING,
                    TO_PAY,
                    CLOSING,
                    AUTHORISED,
                    NOT_PLACED,
                    ORDERED,
                    CONFIRMING,
                    IN_REVIEW,
                    CONFIRMED,
                    RELEASING,
                    REFUNDING -> false;
        };
    }
}

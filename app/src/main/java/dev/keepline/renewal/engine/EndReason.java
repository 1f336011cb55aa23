package dev.keepline.renewal.engine;

/** Why a renewal ended without a charge. */
public enum EndReason {
    /** Nobody paid while the payment page was open. */
    NOT_PAID,
    /** The person chose something else instead. */
    ABANDONED,
    /** The gateway would not open a payment page. */
    GATEWAY_REFUSED,
    /** The gateway did not answer, so no payment page could be shown. */
    GATEWAY_UNREACHABLE,
    /** The reserved amount is not the quoted amount. */
    WRONG_AMOUNT,
    /** The reservation would end before the carrier must have answered. */
    HOLD_TOO_SHORT,
    /** The carrier's record could not be read before ordering, so nothing was ordered. */
    CARRIER_UNREACHABLE,
    /** By the carrier's record the order would bring less than was promised, so nothing was ordered. */
    DATES_DIFFER,
    /** The carrier said no. */
    CARRIER_REFUSED,
    /** The carrier said yes and took it back before the money was taken. */
    CARRIER_REVERSED,
    /** The reservation is about to end and the carrier's record still does not show what was bought. */
    NOT_PROVEN,
    /** The reservation ended at the gateway by itself. */
    HOLD_LOST,
    /** A person of the operator stopped it before anything was ordered, or while the order was proven not done. */
    STOPPED,
    /** A person of the operator asked the carrier, which did not deliver what was bought. */
    NOT_DELIVERED
}

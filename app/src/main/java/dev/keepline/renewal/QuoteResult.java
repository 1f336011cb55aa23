package dev.keepline.renewal;

/** A quote, or why there is none. */
public sealed interface QuoteResult {

    record Quoted(Quote quote) implements QuoteResult {}

    record NoQuote(Reason reason) implements QuoteResult {}

    /** Why nothing can be quoted. Nothing was changed or charged by asking. */
    enum Reason {
        /** This account has no such line. */
        NO_LINE,
        /** The catalogue does not sell this for the line's carrier. */
        NOT_SOLD,
        /** The line has no ICCID or number by which the carrier would find it. */
        NO_ADDRESS,
        /** The carrier does not offer this today. */
        NOT_OFFERED,
        /** The carrier cannot be asked now. */
        CARRIER_UNREACHABLE,
        /** No tax table covers the line's place on this day. */
        PLACE_NOT_LISTED,
        /** An amount has to be chosen. */
        AMOUNT_MISSING
    }
}

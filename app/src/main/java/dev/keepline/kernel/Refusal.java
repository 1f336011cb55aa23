package dev.keepline.kernel;

/**
 * Why somebody outside said no.
 *
 * @param why what it means for whoever wanted it
 * @param code the vendor's own word, for people of the operator
 */
public record Refusal(Why why, String code) {

    /** What a refusal means, as far as the vendor documents its codes. */
    public enum Why {
        /** There is no such number or line at this carrier. */
        WRONG_NUMBER,
        /** The line is there, and the carrier takes no top-up for it: barred, or not of a kind that can have this. */
        LINE_NOT_ACCEPTED,
        /** The amount or plan cannot be bought, or no longer. */
        NOT_OFFERED,
        /** The line has had as much, or as often, as the carrier allows for now. */
        LIMIT_REACHED,
        /** The carrier took it for a repetition of what came just before. */
        TAKEN_FOR_REPEAT,
        /** The carrier has a problem of its own. */
        CARRIER_TROUBLE,
        /** The card has not enough money or limit left. */
        CARD_NO_MONEY,
        CARD_EXPIRED,
        /** Number, date or security code were mistyped. */
        CARD_DETAILS_WRONG,
        /** The bank wants its customer to confirm, which did not happen. */
        CARD_NOT_CONFIRMED,
        /** The bank could not be reached, or could not decide now. */
        CARD_BANK_TROUBLE,
        /** The bank lets this card pay for nothing of the kind. */
        CARD_NOT_ALLOWED,
        /** The bank declined and gave no reason. */
        CARD_DECLINED,
        /** The vendor does not document what its code means, or we do not know it. */
        UNKNOWN
    }

    /** A refusal whose meaning nobody knows. */
    public static Refusal unknown(String code) {
        return new Refusal(Why.UNKNOWN, code);
    }
}

package dev.keepline.sandbox.stripe;

import java.util.Optional;

/** Why an issuer said no, in Stripe's codes: {@code declineCode} is the issuer's reason where there is one. */
record CardDecline(String code, Optional<String> declineCode, Optional<String> param, String message) {

    static CardDecline issuer(String declineCode, String message) {
        return new CardDecline("card_declined", Optional.of(declineCode), Optional.empty(), message);
    }

    static CardDecline check(String code, String param, String message) {
        return new CardDecline(code, Optional.of(code), Optional.of(param), message);
    }

    /** An off-session charge of a card that insists on 3DS. */
    static CardDecline authenticationRequired() {
        return new CardDecline(
                "authentication_required",
                Optional.of("authentication_required"),
                Optional.empty(),
                "Your card was declined. This transaction requires authentication.");
    }

    /** The holder did not pass 3DS; another card may be tried on the same intent. */
    static CardDecline authenticationFailed() {
        return new CardDecline(
                "payment_intent_authentication_failure",
                Optional.empty(),
                Optional.empty(),
                "The provided PaymentMethod has failed authentication. Provide a new PaymentMethod to try again.");
    }
}

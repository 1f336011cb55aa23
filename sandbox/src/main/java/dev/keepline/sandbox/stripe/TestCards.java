package dev.keepline.sandbox.stripe;

import static dev.keepline.sandbox.stripe.CardDecline.check;
import static dev.keepline.sandbox.stripe.CardDecline.issuer;
import static dev.keepline.sandbox.stripe.TestCard.good;
import static dev.keepline.sandbox.stripe.TestCard.later;
import static dev.keepline.sandbox.stripe.TestCard.refused;

import dev.keepline.sandbox.stripe.TestCard.Brand;
import dev.keepline.sandbox.stripe.TestCard.Later;
import java.util.Map;
import java.util.Optional;

/** The only numbers the hosted page accepts: those of docs.stripe.com/testing. A real card is refused by absence. */
final class TestCards {
    private static final String DECLINED = "Your card was declined.";

    private static final Map<String, TestCard> BY_NUMBER = Map.ofEntries(
            Map.entry("4242424242424242", good("4242", Brand.VISA, "visa")),
            Map.entry("4000056655665556", good("5556", Brand.VISA_DEBIT, "visa_debit")),
            Map.entry("5555555555554444", good("4444", Brand.MASTERCARD, "mastercard")),
            Map.entry("2223003122003222", good("3222", Brand.MASTERCARD, "mastercard_2_series")),
            Map.entry("5200828282828210", good("8210", Brand.MASTERCARD_DEBIT, "mastercard_debit")),
            Map.entry("5105105105105100", good("5100", Brand.MASTERCARD_PREPAID, "mastercard_prepaid")),
            Map.entry("378282246310005", good("0005", Brand.AMEX, "amex")),
            Map.entry("371449635398431", good("8431", Brand.AMEX, "amex_2")),
            Map.entry("6011111111111117", good("1117", Brand.DISCOVER, "discover")),
            Map.entry("3056930009020004", good("0004", Brand.DINERS, "diners")),
            Map.entry("3566002020360505", good("0505", Brand.JCB, "jcb")),
            Map.entry("6200000000000005", good("0005", Brand.UNIONPAY, "unionpay")),
            Map.entry("4000000000000077", later("0077", "bypassPending", Later.AVAILABLE_AT_ONCE)),
            Map.entry("4000000000007726", later("7726", "pendingRefund", Later.REFUND_PENDING)),
            Map.entry("4000000000005126", later("5126", "refundFail", Later.REFUND_FAILS)),
            Map.entry(
                    "4000000000003220",
                    good("3220", Brand.VISA, "threeDSecure2Required").challenged()),
            Map.entry(
                    "4000002760003184",
                    good("3184", Brand.VISA, "authenticationRequired").challenged()),
            Map.entry(
                    "4000008260003178",
                    refused(
                                    "3178",
                                    "authenticationRequiredChargeDeclinedInsufficientFunds",
                                    issuer("insufficient_funds", "Your card has insufficient funds."))
                            .challenged()),
            Map.entry("4000000000003055", good("3055", Brand.VISA, "threeDSecureOptional")),
            Map.entry("4000000000000002", refused("0002", "visa_chargeDeclined", issuer("generic_decline", DECLINED))),
            Map.entry(
                    "4000000000009995",
                    refused(
                            "9995",
                            "visa_chargeDeclinedInsufficientFunds",
                            issuer("insufficient_funds", "Your card has insufficient funds."))),
            Map.entry(
                    "4000000000009987", refused("9987", "visa_chargeDeclinedLostCard", issuer("lost_card", DECLINED))),
            Map.entry(
                    "4000000000009979",
                    refused("9979", "visa_chargeDeclinedStolenCard", issuer("stolen_card", DECLINED))),
            Map.entry(
                    "4000000000006975",
                    refused(
                            "6975",
                            "visa_chargeDeclinedVelocityLimitExceeded",
                            issuer("card_velocity_exceeded", DECLINED))),
            Map.entry("4100000000000019", refused("0019", "radarBlock", issuer("fraudulent", DECLINED))),
            Map.entry(
                    "4000000000000069",
                    refused(
                            "0069",
                            "chargeDeclinedExpiredCard",
                            check("expired_card", "exp_month", "Your card has expired."))),
            Map.entry(
                    "4000000000000127",
                    refused(
                            "0127",
                            "chargeDeclinedIncorrectCvc",
                            check("incorrect_cvc", "cvc", "Your card's security code is incorrect."))),
            Map.entry(
                    "4000000000000119",
                    refused(
                            "0119",
                            "chargeDeclinedProcessingError",
                            new CardDecline(
                                    "processing_error",
                                    Optional.of("processing_error"),
                                    Optional.empty(),
                                    "An error occurred while processing your card. Try again in a little bit."))));

    /** Older names of the same payment methods, still documented and still used. */
    private static final Map<String, String> ALIASES = Map.of(
            "pm_card_us", "pm_card_visa",
            "pm_card_chargeDeclined", "pm_card_visa_chargeDeclined",
            "pm_card_chargeDeclinedInsufficientFunds", "pm_card_visa_chargeDeclinedInsufficientFunds");

    private TestCards() {}

    /** The card of a number as typed: spaces and dashes are people's. */
    static Optional<TestCard> byNumber(String typed) {
        return Optional.ofNullable(BY_NUMBER.get(typed.replaceAll("[ -]", "")));
    }

    static Optional<TestCard> byMethod(String paymentMethod) {
        String id = ALIASES.getOrDefault(paymentMethod, paymentMethod);
        return BY_NUMBER.values().stream().filter(card -> card.id().equals(id)).findFirst();
    }
}

package dev.keepline.payments.stripe;

import com.stripe.model.StripeError;
import dev.keepline.kernel.Refusal;
import dev.keepline.kernel.Refusal.Why;
import java.util.Optional;

/** What Stripe's codes for a declined card mean to the person whose card it is. */
final class Declines {

    private Declines() {}

    static Refusal of(StripeError error) {
        var code = Optional.ofNullable(error.getDeclineCode())
                .or(() -> Optional.ofNullable(error.getCode()))
                .orElse("unnamed");
        return new Refusal(why(code), code);
    }

    /** Whether a card was reported lost or stolen is between the bank and its owner: it is one that may not pay. */
    private static Why why(String code) {
        return switch (code) {
            case "insufficient_funds", "card_velocity_exceeded", "withdrawal_count_limit_exceeded" -> Why.CARD_NO_MONEY;
            case "expired_card" -> Why.CARD_EXPIRED;
            case "authentication_required", "payment_intent_authentication_failure" -> Why.CARD_NOT_CONFIRMED;
            case "issuer_not_available",
                    "processing_error",
                    "reenter_transaction",
                    "try_again_later",
                    "approve_with_id" -> Why.CARD_BANK_TROUBLE;
            case "lost_card",
                    "stolen_card",
                    "pickup_card",
                    "restricted_card",
                    "fraudulent",
                    "stop_payment_order",
                    "transaction_not_allowed",
                    "do_not_try_again" -> Why.CARD_NOT_ALLOWED;
            case "generic_decline", "do_not_honor", "card_declined" -> Why.CARD_DECLINED;
            case String other when other.startsWith("revocation_of_") -> Why.CARD_NOT_ALLOWED;
            case String other
            when other.startsWith("incorrect_") || other.startsWith("invalid_") -> Why.CARD_DETAILS_WRONG;
            case "new_account_information_available" -> Why.CARD_DETAILS_WRONG;
            default -> Why.UNKNOWN;
        };
    }
}

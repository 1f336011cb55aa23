package dev.keepline.sandbox.stripe;

import static dev.keepline.sandbox.stripe.Documents.inner;

import dev.keepline.sandbox.Json;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** A card tried on an intent: the one path for the hosted page, the control call and the API. */
final class CardAttempt {
    private static final Set<String> OPEN =
            Set.of("requires_payment_method", "requires_confirmation", "requires_action");

    private CardAttempt() {}

    /** How the attempt ended; each kind has already left its mark on the intent. */
    sealed interface Outcome {
        /** Held or charged, by the intent's capture method. */
        record Approved() implements Outcome {}

        /** The holder must pass 3DS first. */
        record Challenged() implements Outcome {}

        record Declined(CardDecline decline) implements Outcome {}
    }

    /** Tries the card; without the holder present a card that insists on 3DS is declined instead of challenged. */
    static Outcome with(Changes changes, ObjectNode intent, TestCard card, boolean offSession) {
        if (!OPEN.contains(Intents.status(intent))) {
            throw Intents.unexpected(
                    intent, "You cannot confirm this PaymentIntent because it has already succeeded or been canceled.");
        }
        intent.put("payment_method", changes.newId("pm")).putNull("last_payment_error");
        inner(intent).put("card", card.id());
        if (!card.challenge()) return ask(changes, intent, card);
        if (offSession) return declined(changes, intent, card, CardDecline.authenticationRequired());
        intent.put("status", "requires_action");
        inner(intent).path("challenge").asObjectOpt().ifPresent(action -> intent.set("next_action", action));
        changes.put(intent);
        changes.emit("payment_intent.requires_action", intent);
        return new Outcome.Challenged();
    }

    /** The holder's answer to 3DS. A failed challenge never reaches the issuer, so it leaves no charge. */
    static Outcome afterChallenge(Changes changes, ObjectNode intent, boolean passed) {
        if (!Intents.status(intent).equals("requires_action")) {
            throw Intents.unexpected(intent, "This PaymentIntent does not wait for authentication.");
        }
        var card = TestCards.byMethod(inner(intent).path("card").asString()).orElseThrow();
        intent.putNull("next_action");
        if (passed) return ask(changes, intent, card);
        var failure = CardDecline.authenticationFailed();
        return refuse(changes, intent, failure, "invalid_request_error");
    }

    private static Outcome ask(Changes changes, ObjectNode intent, TestCard card) {
        if (card.decline().isPresent())
            return declined(changes, intent, card, card.decline().get());
        Charges.approved(changes, intent, card);
        if (intent.path("capture_method").asString().equals("manual")) {
            intent.put("status", "requires_capture")
                    .put("amount_capturable", intent.path("amount").asLong());
            changes.put(intent);
            changes.emit("payment_intent.amount_capturable_updated", intent);
            changes.later(
                    Charges.HOLD, Changes.Task.HOLD_ENDS, intent.path("id").asString());
        } else {
            Intents.settle(changes, intent, intent.path("amount").asLong());
        }
        return new Outcome.Approved();
    }

    private static Outcome declined(Changes changes, ObjectNode intent, TestCard card, CardDecline decline) {
        Charges.failed(changes, intent, card, decline);
        return refuse(changes, intent, decline, "card_error");
    }

    private static Outcome refuse(Changes changes, ObjectNode intent, CardDecline decline, String type) {
        var error = Json.object().put("code", decline.code());
        decline.declineCode().ifPresent(code -> error.put("decline_code", code));
        decline.param().ifPresent(param -> error.put("param", param));
        error.put("message", decline.message()).put("type", type);
        if (type.equals("card_error"))
            error.put("charge", intent.path("latest_charge").asString());
        intent.put("status", "requires_payment_method").putNull("payment_method");
        intent.set("last_payment_error", error);
        changes.put(intent);
        changes.emit("payment_intent.payment_failed", intent);
        return new Outcome.Declined(decline);
    }
}

package dev.keepline.sandbox.stripe;

import static dev.keepline.sandbox.stripe.Documents.inner;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The states of a PaymentIntent and the moves between them. */
final class Intents {
    private static final Set<String> CANCELABLE = Set.of(
            "requires_payment_method", "requires_capture", "requires_confirmation", "requires_action", "processing");

    private Intents() {}

    /** A new intent; {@code session} is the Checkout Session it belongs to, when it does. */
    static ObjectNode open(Changes changes, IntentTerms terms, Optional<String> session) {
        String id = changes.newId("pi");
        var intent = Documents.blank("payment_intent")
                .put("id", id)
                .put("amount", terms.amount())
                .put("currency", terms.currency())
                .put("created", changes.seconds())
                .put("client_secret", id + "_secret" + changes.newId(""));
        intent.setAll(terms.fields());
        session.ifPresent(s -> inner(intent).put("session", s));
        changes.put(intent);
        changes.emit("payment_intent.created", intent);
        return intent;
    }

    static String status(ObjectNode intent) {
        return intent.path("status").asString();
    }

    static void settle(Changes changes, ObjectNode intent, long captured) {
        intent.put("status", "succeeded").put("amount_received", captured).put("amount_capturable", 0);
        intent.putNull("next_action").putNull("last_payment_error");
        changes.put(intent);
        changes.emit("payment_intent.succeeded", intent);
    }

    /** Ends an intent that took no money; a hold is released, which Stripe shows as a refund of the uncaptured charge. */
    static void cancel(Changes changes, ObjectNode intent, String reason) {
        if (!CANCELABLE.contains(status(intent))) {
            throw unexpected(
                    intent,
                    "You cannot cancel this PaymentIntent because it has a status of " + status(intent)
                            + ". Only a PaymentIntent with one of the following statuses may be canceled:"
                            + " requires_payment_method, requires_capture, requires_confirmation, requires_action, processing.");
        }
        if (status(intent).equals("requires_capture")) {
            Charges.release(changes, intent, reason.equals("automatic") ? "charge.expired" : "charge.refunded");
        }
        intent.put("status", "canceled").put("canceled_at", changes.seconds()).put("amount_capturable", 0);
        if (!reason.isEmpty()) intent.put("cancellation_reason", reason);
        intent.putNull("next_action");
        changes.put(intent);
        changes.emit("payment_intent.canceled", intent);
    }

    /** Takes a held amount, all or part of it, once: the rest is released. */
    static void capture(Changes changes, ObjectNode intent, long amount) {
        if (!status(intent).equals("requires_capture")) {
            throw unexpected(
                    intent,
                    "This PaymentIntent could not be captured because it has a status of "
                            + status(intent)
                            + ". Only a PaymentIntent with one of the following statuses may be captured:"
                            + " requires_capture.");
        }
        if (amount > intent.path("amount_capturable").asLong()) {
            throw Refusal.validation(
                    "amount_too_large",
                    "amount_to_capture",
                    "The requested capture amount is greater than the authorized amount.");
        }
        Charges.capture(changes, intent, amount);
        settle(changes, intent, amount);
    }

    /** The hold's own end: nothing is asked, the intent is canceled by the network's clock. */
    static void endHold(Changes changes, ObjectNode intent) {
        if (status(intent).equals("requires_capture") && changes.seconds() >= holdEnd(intent)) {
            cancel(changes, intent, "automatic");
        }
    }

    /** Epoch seconds of {@code capture_before}, the same on the intent's charge. */
    static long holdEnd(ObjectNode intent) {
        return inner(intent).path("capture_before").asLong(Long.MAX_VALUE);
    }

    static Refusal unexpected(ObjectNode intent, String message) {
        return Refusal.state("payment_intent_unexpected_state", message)
                .with("payment_intent", Documents.shown(intent));
    }
}

package dev.keepline.sandbox.stripe;

import static dev.keepline.sandbox.stripe.Documents.inner;

import dev.keepline.sandbox.Json;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/** What happened on the card: one charge per attempt that reached the issuer. */
final class Charges {
    /** How long a customer-initiated card hold lives (docs.stripe.com/payments/place-a-hold-on-a-payment-method). */
    static final Duration HOLD = Duration.ofDays(7);

    private Charges() {}

    static ObjectNode approved(Changes changes, ObjectNode intent, TestCard card) {
        boolean manual = intent.path("capture_method").asString().equals("manual");
        var charge = attempt(changes, intent, card);
        if (manual) {
            long before = changes.now().plus(HOLD).getEpochSecond();
            details(charge)
                    .put("capture_before", before)
                    .put("amount_authorized", intent.path("amount").asLong());
            inner(intent).put("capture_before", before);
        } else {
            take(changes, charge, charge.path("amount").asLong());
        }
        charge.withObjectProperty("outcome").put("risk_score", 12);
        changes.put(charge);
        changes.emit("charge.succeeded", charge);
        return charge;
    }

    static ObjectNode failed(Changes changes, ObjectNode intent, TestCard card, CardDecline decline) {
        var charge = attempt(changes, intent, card)
                .put("paid", false)
                .put("status", "failed")
                .put("failure_code", decline.code())
                .put("failure_message", decline.message());
        var outcome = charge.withObjectProperty("outcome");
        outcome.put("network_status", "declined_by_network").put("type", "issuer_declined");
        outcome.put("seller_message", "The bank did not return any further details with this decline.");
        decline.declineCode().ifPresent(code -> outcome.put("reason", code));
        changes.put(charge);
        changes.emit("charge.failed", charge);
        return charge;
    }

    private static ObjectNode attempt(Changes changes, ObjectNode intent, TestCard card) {
        var charge = Documents.blank("charge")
                .put("id", changes.newId("ch"))
                .put("amount", intent.path("amount").asLong())
                .put("created", changes.seconds())
                .put("payment_intent", intent.path("id").asString())
                .put("payment_method", intent.path("payment_method").asString());
        for (String key : new String[] {"currency", "description", "metadata", "receipt_email"}) {
            charge.set(key, intent.path(key).deepCopy());
        }
        inner(charge).put("card", card.id());
        details(charge)
                .put("brand", card.brand().network())
                .put("network", card.brand().network())
                .put("funding", card.brand().funding())
                .put("last4", card.last4())
                .put("fingerprint", "sandbox" + card.last4());
        inner(intent).path("expiry").asObjectOpt().ifPresent(details(charge)::setAll);
        details(charge).withObjectProperty("checks").put("cvc_check", "pass");
        details(charge)
                .withObjectProperty("overcapture")
                .put("maximum_amount_capturable", charge.path("amount").asLong());
        if (card.challenge()) details(charge).set("three_d_secure", threeDSecure());
        intent.put("latest_charge", charge.path("id").asString());
        return charge;
    }

    private static ObjectNode threeDSecure() {
        return Json.object()
                .put("authentication_flow", "challenge")
                .put("electronic_commerce_indicator", "05")
                .putNull("exemption_indicator")
                .put("result", "authenticated")
                .putNull("result_reason")
                .putNull("transaction_id")
                .put("version", "2.2.0");
    }

    static void capture(Changes changes, ObjectNode intent, long amount) {
        var charge = latest(changes, intent);
        take(changes, charge, amount);
        changes.put(charge);
        changes.emit("charge.captured", charge);
    }

    /** What is not taken of a hold is released, and shown as refunded although it never moved. */
    private static void take(Changes changes, ObjectNode charge, long amount) {
        var transaction = Books.charge(changes, charge, amount);
        charge.put("captured", true).put("amount_captured", amount);
        charge.put("amount_refunded", charge.path("amount").asLong() - amount);
        charge.put("balance_transaction", transaction.path("id").asString());
    }

    /** An uncaptured hold let go: {@code refunded} although no money ever moved, so readers must look at captured. */
    static void release(Changes changes, ObjectNode intent, String event) {
        var charge = latest(changes, intent);
        charge.put("refunded", true)
                .put("amount_refunded", charge.path("amount").asLong());
        changes.put(charge);
        changes.emit(event, charge);
    }

    static ObjectNode latest(Changes changes, ObjectNode intent) {
        return changes.load("charge", intent.path("latest_charge").asString(), "charge");
    }

    /** The card's part of the charge. */
    static ObjectNode details(ObjectNode charge) {
        return charge.withObjectProperty("payment_method_details").withObjectProperty("card");
    }
}

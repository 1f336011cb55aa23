package dev.keepline.sandbox.stripe;

import dev.keepline.sandbox.Json;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/** The balance: what each movement brought or took, with Stripe's standard fee of 2.9 % + 30 cents on charges. */
final class Books {
    private static final Duration SETTLEMENT = Duration.ofDays(2);

    private Books() {}

    static ObjectNode charge(Changes changes, ObjectNode charge, long amount) {
        long fee = Math.floorDiv(amount * 29 + 500, 1000) + 30;
        var transaction =
                movement(changes, charge, amount, "charge").put("fee", fee).put("net", amount - fee);
        transaction
                .withArrayProperty("fee_details")
                .add(Json.object()
                        .put("amount", fee)
                        .putNull("application")
                        .put("currency", charge.path("currency").asString())
                        .put("description", "Stripe processing fees")
                        .put("type", "stripe_fee"));
        boolean atOnce = TestCards.byMethod(Documents.inner(charge).path("card").asString())
                .map(card -> card.later() == TestCard.Later.AVAILABLE_AT_ONCE)
                .orElse(false);
        if (atOnce) transaction.put("available_on", changes.seconds());
        changes.put(transaction);
        return transaction;
    }

    static ObjectNode refund(Changes changes, ObjectNode refund) {
        long amount = refund.path("amount").asLong();
        return stored(changes, movement(changes, refund, -amount, "refund"));
    }

    static ObjectNode refundFailed(Changes changes, ObjectNode refund) {
        return stored(changes, movement(changes, refund, refund.path("amount").asLong(), "refund_failure"));
    }

    private static ObjectNode stored(Changes changes, ObjectNode transaction) {
        changes.put(transaction);
        return transaction;
    }

    private static ObjectNode movement(Changes changes, ObjectNode source, long amount, String type) {
        return Documents.blank("balance_transaction")
                .put("id", changes.newId("txn"))
                .put("amount", amount)
                .put("net", amount)
                .put("type", type)
                .put("reporting_category", type)
                .put("created", changes.seconds())
                .put("available_on", changes.now().plus(SETTLEMENT).getEpochSecond())
                .put("currency", source.path("currency").asString())
                .put("source", source.path("id").asString());
    }

    /** A transaction is pending until its day; that is a matter of reading, not of work. */
    static ObjectNode asOf(ObjectNode transaction, long seconds) {
        boolean available = transaction.path("available_on").asLong() <= seconds;
        return transaction.put("status", available ? "available" : "pending");
    }
}

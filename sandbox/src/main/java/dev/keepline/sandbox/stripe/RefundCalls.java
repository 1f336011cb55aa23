package dev.keepline.sandbox.stripe;

import static dev.keepline.sandbox.stripe.Documents.inner;

import dev.keepline.sandbox.stripe.Changes.Task;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/refunds}: a refund has a life of its own and may fail long after it was made. */
final class RefundCalls {
    /** How long the documented cards wait before their refund settles or fails. */
    private static final Duration LATER = Duration.ofSeconds(30);

    private static final List<String> REASONS = List.of("duplicate", "fraudulent", "requested_by_customer");

    ObjectNode create(Changes changes, Params params, Optional<Duration> failsAfter) {
        params.only("payment_intent", "charge", "amount", "reason", "metadata", "expand");
        var amount = params.atLeast(1, "amount");
        var reason = params.oneOf("reason", REASONS);
        var charge = charge(changes, params);
        long left = refundable(charge);
        check(charge, left, amount.orElse(left));

        var refund = Documents.blank("refund")
                .put("id", changes.newId("re"))
                .put("amount", amount.orElse(left))
                .put("charge", charge.path("id").asString())
                .put("created", changes.seconds())
                .put("currency", charge.path("currency").asString())
                .put("payment_intent", charge.path("payment_intent").asString())
                .put("reason", reason.orElse(null));
        refund.set("metadata", Documents.metadata(params.entries("metadata")));
        settle(changes, refund, charge, failsAfter);
        changes.put(refund);
        book(changes, charge);
        changes.emit("charge.refunded", charge);
        changes.emit("refund.created", refund);
        return refund;
    }

    private static void settle(Changes changes, ObjectNode refund, ObjectNode charge, Optional<Duration> failsAfter) {
        String id = refund.path("id").asString();
        var card = TestCards.byMethod(inner(charge).path("card").asString()).orElseThrow();
        boolean pending = card.later() == TestCard.Later.REFUND_PENDING;
        if (pending) {
            refund.put("status", "pending").put("pending_reason", "processing");
            changes.later(LATER, Task.REFUND_SETTLES, id);
        } else {
            refund.put(
                    "balance_transaction",
                    Books.refund(changes, refund).path("id").asString());
        }
        if (card.later() == TestCard.Later.REFUND_FAILS) changes.later(LATER, Task.REFUND_FAILS, id);
        else failsAfter.ifPresent(after -> changes.later(after, Task.REFUND_FAILS, id));
        inner(charge).withArrayProperty("refunds").add(id);
    }

    /** Pending money arrives. */
    static void settled(Changes changes, ObjectNode refund) {
        if (!status(refund).equals("pending")) return;
        refund.put("status", "succeeded").remove("pending_reason");
        refund.put(
                "balance_transaction", Books.refund(changes, refund).path("id").asString());
        changes.put(refund);
        changes.emit("refund.updated", refund);
        changes.emit("charge.refund.updated", refund);
    }

    /** The bank sends the money back to the merchant: it may be refunded again. */
    static void failed(Changes changes, ObjectNode refund) {
        if (status(refund).equals("failed")) return;
        refund.put("status", "failed")
                .put("failure_reason", "expired_or_canceled_card")
                .remove("pending_reason");
        if (!refund.path("balance_transaction").isNull()) {
            refund.put(
                    "failure_balance_transaction",
                    Books.refundFailed(changes, refund).path("id").asString());
        }
        changes.put(refund);
        book(changes, changes.load("charge", refund.path("charge").asString(), "charge"));
        changes.emit("refund.updated", refund);
        changes.emit("refund.failed", refund);
        changes.emit("charge.refund.updated", refund);
    }

    private static void book(Changes changes, ObjectNode charge) {
        long released =
                charge.path("amount").asLong() - charge.path("amount_captured").asLong();
        long back = refunded(changes, charge);
        charge.put("amount_refunded", released + back)
                .put("refunded", released + back == charge.path("amount").asLong());
        inner(charge).put("returned", back);
        changes.put(charge);
    }

    private static long refunded(Changes changes, ObjectNode charge) {
        long sum = 0;
        for (var id : inner(charge).withArrayProperty("refunds")) {
            var refund = changes.load("refund", id.asString(), "refund");
            if (!status(refund).equals("failed"))
                sum = Math.addExact(sum, refund.path("amount").asLong());
        }
        return sum;
    }

    /** What was captured and is not on its way back. */
    private static long refundable(ObjectNode charge) {
        return charge.path("amount_captured").asLong()
                - inner(charge).path("returned").asLong(0);
    }

    private static void check(ObjectNode charge, long left, long amount) {
        if (!charge.path("captured").asBoolean()) {
            throw Refusal.state(
                    "",
                    "This uncaptured Charge was created by a PaymentIntent ("
                            + charge.path("payment_intent").asString()
                            + "). You must cancel the PaymentIntent to reverse the authorization instead of refunding the"
                            + " Charge directly.");
        }
        if (left == 0) {
            throw Refusal.state(
                    "charge_already_refunded",
                    "Charge " + charge.path("id").asString() + " has already been refunded.");
        }
        if (amount > left) {
            throw Refusal.state(
                    "amount_too_large",
                    "Refund amount (" + amount + ") is greater than unrefunded amount on charge (" + left + ")");
        }
    }

    private static ObjectNode charge(Changes changes, Params params) {
        var direct = params.text("charge");
        if (direct.isPresent()) return changes.load("charge", direct.get(), "charge");
        String id = params.required("payment_intent");
        var intent = changes.load("payment_intent", id, "payment_intent");
        return changes.find(intent.path("latest_charge").asString(""))
                .filter(charge -> charge.path("paid").asBoolean())
                .orElseThrow(() -> Refusal.state(
                        "", "This PaymentIntent (" + id + ") does not have a successful charge to refund."));
    }

    private static String status(ObjectNode refund) {
        return refund.path("status").asString();
    }
}

package dev.keepline.sandbox.stripe;

import static dev.keepline.sandbox.stripe.Documents.inner;

import dev.keepline.sandbox.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The life of a Checkout Session: open until it is complete or expired, with no intent before somebody pays. */
final class Sessions {

    private Sessions() {}

    static String status(ObjectNode session) {
        return session.path("status").asString();
    }

    static boolean isOpen(ObjectNode session) {
        return status(session).equals("open");
    }

    /** Ends an open session; what had been tried in it ends too, so that nothing can be paid later. */
    static void expire(Changes changes, ObjectNode session) {
        if (!isOpen(session)) {
            throw Refusal.state(
                    "",
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status"
                            + " of `" + status(session) + "`.");
        }
        changes.find(session.path("payment_intent").asString())
                .filter(intent -> !Intents.status(intent).equals("canceled"))
                .ifPresent(intent -> Intents.cancel(changes, intent, ""));
        session.put("status", "expired").putNull("url");
        changes.put(session);
        changes.emit("checkout.session.expired", session);
    }

    /** Its own end on the sandbox clock. */
    static void expireIfDue(Changes changes, ObjectNode session) {
        if (isOpen(session) && changes.seconds() >= session.path("expires_at").asLong()) expire(changes, session);
    }

    /** Pays with a card: makes the intent at the first try, keeps it for the next card after a decline. */
    static CardAttempt.Outcome pay(Changes changes, ObjectNode session, TypedCard.Usable typed, String email) {
        if (!email.isEmpty()) inner(session).put("email", email);
        var intent =
                changes.find(session.path("payment_intent").asString()).orElseGet(() -> openIntent(changes, session));
        inner(intent)
                .set(
                        "expiry",
                        Json.object()
                                .put("exp_month", typed.expiry().getMonthValue())
                                .put("exp_year", typed.expiry().getYear()));
        return settle(changes, session, CardAttempt.with(changes, intent, typed.card(), false));
    }

    /** The holder's answer to 3DS within a session. */
    static CardAttempt.Outcome authenticate(Changes changes, ObjectNode session, ObjectNode intent, boolean passed) {
        return settle(changes, session, CardAttempt.afterChallenge(changes, intent, passed));
    }

    private static ObjectNode openIntent(Changes changes, ObjectNode session) {
        var terms = new IntentTerms(
                session.path("amount_total").asLong(),
                session.path("currency").asString(),
                inner(session).withObjectProperty("payment_intent_data"));
        var intent = Intents.open(changes, terms, Optional.of(session.path("id").asString()));
        session.put("payment_intent", intent.path("id").asString());
        changes.put(session);
        return intent;
    }

    private static CardAttempt.Outcome settle(Changes changes, ObjectNode session, CardAttempt.Outcome outcome) {
        if (outcome instanceof CardAttempt.Outcome.Approved) complete(changes, session);
        return outcome;
    }

    /** With manual capture the session is complete and still unpaid: fulfilment waits for the intent, not for this. */
    private static void complete(Changes changes, ObjectNode session) {
        session.put("status", "complete").putNull("url");
        var details = Json.object().putNull("address").putNull("business_name");
        details.put("email", email(session).orElse(null))
                .putNull("individual_name")
                .putNull("name")
                .putNull("phone");
        session.set("customer_details", details.put("tax_exempt", "none").set("tax_ids", Json.array()));
        var intent =
                changes.load("payment_intent", session.path("payment_intent").asString(), "payment_intent");
        if (Intents.status(intent).equals("succeeded")) session.put("payment_status", "paid");
        changes.put(session);
        changes.emit("checkout.session.completed", session);
    }

    /** The money of a session's intent was captured. */
    static void paid(Changes changes, ObjectNode intent) {
        changes.find(inner(intent).path("session").asString("")).ifPresent(session -> {
            session.put("payment_status", "paid");
            changes.put(session);
        });
    }

    private static Optional<String> email(ObjectNode session) {
        return inner(session)
                .path("email")
                .asStringOpt()
                .or(() -> session.path("customer_email").stringValueOpt());
    }

    /** Stripe's bounds of {@code expires_at}: 30 minutes to 24 hours from now, 24 hours when not given. */
    static Instant expiry(Instant now, Params params) {
        var given = params.integer("expires_at");
        if (given.isEmpty()) return now.plus(Duration.ofHours(24));
        long ahead = given.getAsLong() - now.getEpochSecond();
        if (ahead < Duration.ofMinutes(30).toSeconds()) {
            throw Refusal.invalid(
                    "expires_at",
                    "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.");
        }
        if (ahead > Duration.ofHours(24).toSeconds()) {
            throw Refusal.invalid(
                    "expires_at",
                    "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.");
        }
        return Instant.ofEpochSecond(given.getAsLong());
    }
}

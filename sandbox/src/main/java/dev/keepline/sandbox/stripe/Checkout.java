package dev.keepline.sandbox.stripe;

import static dev.keepline.sandbox.stripe.Documents.inner;

import dev.keepline.sandbox.stripe.Change.Caller;
import dev.keepline.sandbox.stripe.TypedCard.Usable;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What the holder of a card does on the hosted pages; the control call for tests does the same through here. */
final class Checkout {
    private final Database database;

    Checkout(Database database) {
        this.database = database;
    }

    /** Where the holder goes next. */
    sealed interface Step {
        /** Away, to this address of the merchant. */
        record Leave(String url) implements Step {}

        /** To the bank's 3DS page for this intent. */
        record Challenge(String intent) implements Step {}

        /** Back to the form: the decline is on the intent, another card may be tried. */
        record TryAgain(CardDecline decline) implements Step {}

        /** Nowhere: the session was complete or expired already. */
        record TooLate() implements Step {}
    }

    /** Pays a session with a card. */
    Step pay(String sessionId, Usable typed, String email) {
        return database.change(Caller.NOBODY, changes -> {
            var session = changes.load("checkout.session", sessionId, "session");
            Sessions.expireIfDue(changes, session);
            if (!Sessions.isOpen(session)) return new Step.TooLate();
            var outcome = Sessions.pay(changes, session, typed, email);
            return step(outcome, session, session.path("payment_intent").asString());
        });
    }

    /** The holder's answer on the 3DS page. */
    Step authenticate(String intentId, boolean passed) {
        return database.change(Caller.NOBODY, changes -> {
            var intent = changes.load("payment_intent", intentId, "intent");
            var session = changes.find(inner(intent).path("session").asString(""));
            session.ifPresent(found -> Sessions.expireIfDue(changes, found));
            if (!Intents.status(intent).equals("requires_action")) return new Step.TooLate();
            return session.map(found -> step(Sessions.authenticate(changes, found, intent, passed), found, intentId))
                    .orElseGet(() -> alone(CardAttempt.afterChallenge(changes, intent, passed), intent));
        });
    }

    private static Step step(CardAttempt.Outcome outcome, ObjectNode session, String intentId) {
        return switch (outcome) {
            case CardAttempt.Outcome.Approved _ -> new Step.Leave(successUrl(session));
            case CardAttempt.Outcome.Challenged _ -> new Step.Challenge(intentId);
            case CardAttempt.Outcome.Declined(var decline) -> new Step.TryAgain(decline);
        };
    }

    /** An intent without a session was confirmed over the API: its holder returns there whatever the outcome. */
    private static Step alone(CardAttempt.Outcome outcome, ObjectNode intent) {
        boolean approved = outcome instanceof CardAttempt.Outcome.Approved;
        String url = inner(intent).path("return_url").asString("");
        if (url.isEmpty()) return new Step.TooLate();
        return new Step.Leave(url + (url.contains("?") ? "&" : "?") + "payment_intent="
                + intent.path("id").asString() + "&payment_intent_client_secret="
                + intent.path("client_secret").asString() + "&redirect_status=" + (approved ? "succeeded" : "failed"));
    }

    static String successUrl(ObjectNode session) {
        return session.path("success_url")
                .asString()
                .replace("{CHECKOUT_SESSION_ID}", session.path("id").asString());
    }

    /** The decline the last card met in a session, when it did. */
    Optional<Word> lastDecline(ObjectNode session) {
        return database.find(session.path("payment_intent").asString(""))
                .map(intent -> intent.path("last_payment_error"))
                .filter(error -> error.isObject())
                .map(error -> Word.ofDecline(
                        error.path("code").asString(),
                        error.path("decline_code").asString("")));
    }
}

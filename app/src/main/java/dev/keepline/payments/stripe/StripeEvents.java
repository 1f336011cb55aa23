package dev.keepline.payments.stripe;

import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.payments.inbox.GatewayEvent;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads which event it is and whom it concerns; nothing else in it is believed. */
final class StripeEvents {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String JOB = "renewal";
    private static final int LONGEST = 200;

    /**
     * What a payment's own page and our own captures bring about beside {@code checkout.session.completed} and the answers we
     * get: work that looked for each of them would ask gateway and carrier what it knows. Should a page's event or an answer
     * be lost, the renewal asks by its own timer. Types: docs.stripe.com/api/events/types, 2026-11-29.
     */
    private static final Set<String> ECHOES = Set.of(
            "payment_intent.created",
            "payment_intent.amount_capturable_updated",
            "payment_intent.succeeded",
            "charge.succeeded",
            "charge.captured",
            "charge.updated");

    private StripeEvents() {}

    /** Empty when the body is no event. */
    static Optional<GatewayEvent> read(byte[] body) {
        try {
            var event = JSON.readTree(body);
            var id = event.path("id").asString("");
            var type = event.path("type").asString("");
            return id.isEmpty() || id.length() > LONGEST || type.isEmpty() || type.length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(new GatewayEvent("stripe", id, type, ECHOES.contains(type), job(event)));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** Sessions, intents and charges carry our names; another object, or another shop's, carries none that is ours. */
    private static Optional<WakeRef> job(JsonNode event) {
        var names = event.path("data").path("object").path("metadata");
        try {
            var account = AccountId.parse(names.path(CheckoutForm.ACCOUNT).asString(""));
            var renewal = RenewalId.parse(names.path(CheckoutForm.RENEWAL).asString(""));
            return Optional.of(new WakeRef(JOB, account, renewal.toString()));
        } catch (IllegalArgumentException noneOfOurs) {
            return Optional.empty();
        }
    }
}

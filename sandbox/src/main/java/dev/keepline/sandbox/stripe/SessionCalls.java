package dev.keepline.sandbox.stripe;

import static dev.keepline.sandbox.stripe.Documents.inner;

import dev.keepline.sandbox.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/checkout/sessions}. */
final class SessionCalls {
    private static final String[] CREATE = {
        "mode",
        "line_items",
        "payment_method_types",
        "payment_intent_data",
        "metadata",
        "client_reference_id",
        "success_url",
        "cancel_url",
        "expires_at",
        "customer_email",
        "locale",
        "submit_type",
        "ui_mode",
        "adaptive_pricing",
        "expand"
    };

    private final String pageBase;

    /** @param pageBase where the hosted page lives: the session's id follows it */
    SessionCalls(String pageBase) {
        this.pageBase = pageBase;
    }

    ObjectNode create(Changes changes, Params params) {
        params.only(CREATE);
        if (params.oneOf("mode", List.of("payment")).isEmpty()) throw Refusal.missing("mode");
        params.oneOf("ui_mode", List.of("hosted_page"));
        params.child("adaptive_pricing").only("enabled"); // no payer of the sandbox has another currency
        if (params.texts("payment_method_types").stream().anyMatch(type -> !type.equals("card"))) {
            throw Refusal.invalid("payment_method_types[0]", "The sandbox takes cards only.");
        }
        var data = params.child("payment_intent_data").only(IntentTerms.FIELDS.toArray(String[]::new));
        var items = LineItems.read(params);
        var terms = new IntentTerms(items.total(), items.currency(), IntentTerms.fields(data));

        String id = changes.newId("cs_test");
        var session = Documents.blank("checkout.session")
                .put("id", id)
                .put("created", changes.seconds())
                .put("expires_at", Sessions.expiry(changes.now(), params).getEpochSecond())
                .put("amount_subtotal", terms.amount())
                .put("amount_total", terms.amount())
                .put("currency", terms.currency())
                .put("success_url", url(params, "success_url").orElseThrow(() -> Refusal.missing("success_url")))
                .put("cancel_url", url(params, "cancel_url").orElse(null))
                .put("client_reference_id", params.text("client_reference_id").orElse(null))
                .put("customer_email", params.text("customer_email").orElse(null))
                .put("locale", params.text("locale").orElse(null))
                .put("submit_type", params.text("submit_type").orElse(null))
                .put("url", pageBase + id);
        session.set("metadata", Documents.metadata(params.entries("metadata")));
        inner(session).set("payment_intent_data", terms.fields());
        inner(session).set("line_items", items.shown(changes));
        changes.put(session);
        changes.later(
                Duration.between(
                        changes.now(),
                        Instant.ofEpochSecond(session.path("expires_at").asLong())),
                Changes.Task.SESSION_EXPIRES,
                id);
        return session;
    }

    ObjectNode expire(Changes changes, String id, Params params) {
        params.only("expand");
        var session = load(changes, id);
        Sessions.expire(changes, session);
        return session;
    }

    /** The session as time has left it. */
    ObjectNode load(Changes changes, String id) {
        var session = changes.load("checkout.session", id, "session");
        Sessions.expireIfDue(changes, session);
        return session;
    }

    static ObjectNode lineItems(ObjectNode session) {
        var list = Json.object().put("object", "list").put("has_more", false);
        list.put("url", "/v1/checkout/sessions/" + session.path("id").asString() + "/line_items");
        return list.set("data", inner(session).path("line_items").deepCopy());
    }

    private static Optional<String> url(Params params, String name) {
        var text = params.text(name);
        text.ifPresent(url -> {
            // Stripe replaces the braces itself; they are no part of a URL before that.
            String plain = url.replace("{CHECKOUT_SESSION_ID}", "id");
            if (!plain.matches("https?://.+") || !parses(plain)) {
                throw Refusal.validation("url_invalid", name, "Not a valid URL");
            }
        });
        return text;
    }

    private static boolean parses(String url) {
        try {
            return URI.create(url).getHost() != null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}

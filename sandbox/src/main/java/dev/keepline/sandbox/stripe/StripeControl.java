package dev.keepline.sandbox.stripe;

import static dev.keepline.sandbox.Html.escape;

import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.Request;
import dev.keepline.sandbox.Response;
import dev.keepline.sandbox.Routes;
import dev.keepline.sandbox.stripe.Checkout.Step;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /control/stripe/…}: the webhook endpoint, and paying without the page. */
final class StripeControl {
    private static final int SHOWN = 10;

    private final Database database;
    private final Checkout checkout;
    private final Webhooks webhooks;

    StripeControl(Database database, Checkout checkout, Webhooks webhooks) {
        this.database = database;
        this.checkout = checkout;
        this.webhooks = webhooks;
    }

    void register(Routes routes) {
        routes.post("/webhook", "control.webhook", this::setWebhook)
                .get("/webhook", "control.webhook", _ -> Response.json(200, webhook()))
                .post("/sessions/{id}/complete", "control.complete", this::complete);
    }

    private Response setWebhook(Request request) {
        JsonNode body = request.json();
        String url = body.path("url").asString("");
        String secret = body.path("secret").asString("");
        if (URI.create(url).getHost() == null || secret.isEmpty()) {
            throw new IllegalArgumentException("url must be an http address and secret must not be empty");
        }
        webhooks.endpoint(new Webhooks.Endpoint(url, secret));
        return Response.json(200, webhook());
    }

    private ObjectNode webhook() {
        return Json.object()
                .put("url", webhooks.endpoint().map(Webhooks.Endpoint::url).orElse(null));
    }

    /** {@code {"card": "4242…", "authentication": "complete" | "fail"}}: the page's own steps, without the page. */
    private Response complete(Request request) {
        String id = request.parameter("id");
        JsonNode body = request.json();
        String number = body.path("card").asString("");
        String anyCvc = TestCards.byNumber(number)
                .map(card -> "0".repeat(card.brand().cvcDigits()))
                .orElse("000");
        var typed = TypedCard.check(
                number, body.path("expiry").asString("12/34"), body.path("cvc").asString(anyCvc), database.now());
        return switch (typed) {
            case TypedCard.Unusable(var problems) ->
                throw new IllegalArgumentException(problems.values().stream()
                        .map(word -> word.in(Locale.ENGLISH))
                        .collect(Collectors.joining(" ")));
            case TypedCard.Usable usable -> answer(id, pay(id, usable, body));
        };
    }

    private Step pay(String id, TypedCard.Usable usable, JsonNode body) {
        try {
            var step = checkout.pay(id, usable, body.path("email").asString(""));
            boolean passes = body.path("authentication").asString("complete").equals("complete");
            return step instanceof Step.Challenge(var intent) ? checkout.authenticate(intent, passes) : step;
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(refusal.getMessage(), refusal);
        }
    }

    private Response answer(String id, Step step) {
        var body = Json.object();
        switch (step) {
            case Step.Leave(var url) -> body.put("outcome", "approved").put("redirect", url);
            case Step.TryAgain(var decline) ->
                body.put("outcome", "declined")
                        .put("code", decline.code())
                        .put("decline_code", decline.declineCode().orElse(null));
            case Step.Challenge _ -> body.put("outcome", "challenged");
            case Step.TooLate _ -> body.put("outcome", "too_late");
        }
        body.set("session", Documents.shown(database.load("checkout.session", id, "session")));
        return Response.json(step instanceof Step.TooLate ? 409 : 200, body);
    }

    /** The latest sessions, for the control page. */
    String section() {
        var page = new Objects.Page(Optional.empty(), Optional.empty(), SHOWN);
        String rows = database.list("checkout.session", page, _ -> true).stream()
                .map(StripeControl::row)
                .collect(Collectors.joining());
        String endpoint = webhooks.endpoint().map(Webhooks.Endpoint::url).orElse("none set");
        return """
                <section><h2>Stripe</h2><p>Webhooks go to <code>%s</code>.</p>
                <table><thead><tr><th scope="col">Session</th><th scope="col">Amount</th><th scope="col">Status</th>
                <th scope="col">Payment</th></tr></thead><tbody>%s</tbody></table></section>
                """.formatted(escape(endpoint), rows);
    }

    private static String row(ObjectNode session) {
        String id = escape(session.path("id").asString());
        String name = Sessions.isOpen(session)
                ? "<a href=\"%s\">%s</a>".formatted(escape(session.path("url").asString()), id)
                : id;
        return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                .formatted(
                        name,
                        escape(Price.text(
                                session.path("amount_total").asLong(),
                                session.path("currency").asString(),
                                Locale.US)),
                        escape(Sessions.status(session)),
                        escape(session.path("payment_status").asString()));
    }
}

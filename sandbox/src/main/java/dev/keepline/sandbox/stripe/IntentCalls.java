package dev.keepline.sandbox.stripe;

import static dev.keepline.sandbox.stripe.Documents.inner;

import dev.keepline.sandbox.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/payment_intents}. */
final class IntentCalls {
    private static final String[] CREATE = Stream.concat(
                    IntentTerms.FIELDS.stream(),
                    Stream.of(
                            "amount",
                            "currency",
                            "payment_method",
                            "payment_method_types",
                            "automatic_payment_methods",
                            "confirm",
                            "off_session",
                            "return_url",
                            "expand"))
            .toArray(String[]::new);

    private final String challengeBase;

    /** @param challengeBase where the 3DS page lives: the intent's id follows it */
    IntentCalls(String challengeBase) {
        this.challengeBase = challengeBase;
    }

    Reply create(Changes changes, Params params) {
        params.only(CREATE);
        long amount = params.atLeast(1, "amount").orElseThrow(() -> Refusal.missing("amount"));
        var terms = new IntentTerms(amount, IntentTerms.currency(params), IntentTerms.fields(params));
        var card = card(params);
        var intent = Intents.open(changes, terms, Optional.empty());
        if (params.flag("confirm")) return confirm(changes, intent, card, params);
        card.ifPresent(known -> {
            inner(intent).put("card", known.id());
            intent.put("status", "requires_confirmation").put("payment_method", changes.newId("pm"));
        });
        return Reply.of(intent);
    }

    Reply confirm(Changes changes, String id, Params params) {
        params.only("payment_method", "off_session", "return_url", "expand");
        return confirm(changes, load(changes, id), card(params), params);
    }

    private Reply confirm(Changes changes, ObjectNode intent, Optional<TestCard> given, Params params) {
        var card = given.or(() -> TestCards.byMethod(inner(intent).path("card").asString("")))
                .orElseThrow(() -> Intents.unexpected(
                        intent,
                        "You cannot confirm this PaymentIntent because it's missing a payment method. Provide one."));
        params.text("return_url").ifPresent(url -> inner(intent).put("return_url", url));
        inner(intent).set("challenge", challenge(intent));
        return switch (CardAttempt.with(changes, intent, card, params.flag("off_session"))) {
            case CardAttempt.Outcome.Approved _, CardAttempt.Outcome.Challenged _ -> Reply.of(intent);
            // A decline is an answer that changed something: it is stored, unlike every other refusal.
            case CardAttempt.Outcome.Declined(var decline) ->
                Reply.of(Refusal.declined(decline).with("payment_intent", Documents.shown(intent)));
        };
    }

    private ObjectNode challenge(ObjectNode intent) {
        var redirect = Json.object()
                .put("return_url", inner(intent).path("return_url").stringValue(null))
                .put("url", challengeBase + intent.path("id").asString());
        var action = Json.object().put("type", "redirect_to_url");
        action.set("redirect_to_url", redirect);
        return action;
    }

    private static Optional<TestCard> card(Params params) {
        if (params.texts("payment_method_types").stream().anyMatch(type -> !type.equals("card"))) {
            throw Refusal.invalid("payment_method_types[0]", "The sandbox takes cards only.");
        }
        return params.text("payment_method")
                .map(id -> TestCards.byMethod(id)
                        .orElseThrow(() -> Refusal.noSuch("PaymentMethod", id, "payment_method")));
    }

    ObjectNode capture(Changes changes, String id, Params params) {
        params.only("amount_to_capture", "metadata", "expand");
        var amount = params.atLeast(1, "amount_to_capture");
        var intent = load(changes, id);
        intent.withObjectProperty("metadata").setAll(Documents.metadata(params.entries("metadata")));
        Intents.capture(
                changes, intent, amount.orElse(intent.path("amount_capturable").asLong()));
        Sessions.paid(changes, intent);
        return intent;
    }

    ObjectNode cancel(Changes changes, String id, Params params) {
        params.only("cancellation_reason", "expand");
        var reason = params.oneOf(
                "cancellation_reason", List.of("duplicate", "fraudulent", "requested_by_customer", "abandoned"));
        var intent = load(changes, id);
        changes.find(inner(intent).path("session").asString(""))
                .filter(Sessions::isOpen)
                .ifPresent(session -> {
                    throw Refusal.state(
                            "",
                            "You cannot cancel this PaymentIntent because it belongs to an open Checkout Session ("
                                    + session.path("id").asString() + "). Expire the Checkout Session instead.");
                });
        Intents.cancel(changes, intent, reason.orElse(""));
        return intent;
    }

    /** The intent as time has left it: a hold whose end has come is gone whoever looks first. */
    ObjectNode load(Changes changes, String id) {
        var intent = changes.load("payment_intent", id, "intent");
        Intents.endHold(changes, intent);
        return intent;
    }
}

package dev.keepline.sandbox.stripe;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An error answer of the API in Stripe's shape. It unwinds a call, so nothing of that call is stored. */
final class Refusal extends RuntimeException {
    private final int status;
    private final boolean replayable;
    private final ObjectNode error;

    private Refusal(int status, boolean replayable, ObjectNode error) {
        super(error.path("message").asString(""), null, false, false);
        this.status = status;
        this.replayable = replayable;
        this.error = error;
    }

    int status() {
        return status;
    }

    /** True once the call had begun to execute: only then Stripe saves the answer under its idempotency key. */
    boolean replayable() {
        return replayable;
    }

    ObjectNode body() {
        var body = JsonNodeFactory.instance.objectNode();
        body.set("error", error.deepCopy());
        return body;
    }

    Refusal with(String key, ObjectNode object) {
        var richer = error.deepCopy();
        richer.set(key, object);
        return new Refusal(status, replayable, richer);
    }

    static Refusal missing(String param) {
        return validation("parameter_missing", param, "Missing required param: " + param + ".");
    }

    static Refusal unknownParameter(String param) {
        return validation("parameter_unknown", param, "Received unknown parameter: " + param);
    }

    static Refusal notAnInteger(String param, String value) {
        return validation("parameter_invalid_integer", param, "Invalid integer: " + value);
    }

    static Refusal tooSmall(String param, long least) {
        return validation(
                "parameter_invalid_integer", param, "This value must be greater than or equal to " + least + ".");
    }

    static Refusal invalid(String param, String message) {
        return new Refusal(
                400, false, error("invalid_request_error", "", message).put("param", param));
    }

    static Refusal validation(String code, String param, String message) {
        return new Refusal(
                400, false, error("invalid_request_error", code, message).put("param", param));
    }

    static Refusal noSuch(String object, String id, String param) {
        String message = "No such " + object + ": '" + id + "'";
        return new Refusal(
                404,
                true,
                error("invalid_request_error", "resource_missing", message).put("param", param));
    }

    /** The object exists but is in a state in which this cannot be done; an empty code is an error without one. */
    static Refusal state(String code, String message) {
        return new Refusal(400, true, error("invalid_request_error", code, message));
    }

    static Refusal declined(CardDecline decline) {
        var error = error("card_error", decline.code(), decline.message());
        decline.declineCode().ifPresent(code -> error.put("decline_code", code));
        decline.param().ifPresent(param -> error.put("param", param));
        return new Refusal(402, true, error);
    }

    static Refusal unauthenticated(String message) {
        return new Refusal(401, false, error("invalid_request_error", "", message));
    }

    static Refusal noRoute() {
        return new Refusal(404, false, error("invalid_request_error", "", "Unrecognized request URL."));
    }

    static Refusal keyReused(String key) {
        String message = "Keys for idempotent requests can only be used with the same parameters they were first used"
                + " with. Try using a key other than '" + key + "' if you meant to execute a different request.";
        return new Refusal(400, false, error("idempotency_error", "", message));
    }

    static Refusal keyInUse(String key) {
        String message = "There is currently another in-progress request using this idempotency key (" + key
                + "). Please try again later.";
        return new Refusal(409, false, error("idempotency_error", "idempotency_key_in_use", message));
    }

    static Refusal tooMany() {
        return new Refusal(429, false, error("invalid_request_error", "rate_limit", "Too many requests (sandbox)."));
    }

    static Refusal internal() {
        return new Refusal(500, true, error("api_error", "", "An unknown error occurred (sandbox)."));
    }

    private static ObjectNode error(String type, String code, String message) {
        var error = JsonNodeFactory.instance.objectNode();
        if (!code.isEmpty()) {
            error.put("code", code).put("doc_url", "https://docs.stripe.com/error-codes/" + code.replace('_', '-'));
        }
        return error.put("message", message).put("type", type);
    }
}

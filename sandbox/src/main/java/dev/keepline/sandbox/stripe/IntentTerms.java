package dev.keepline.sandbox.stripe;

import dev.keepline.sandbox.Json;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an intent is for, as a call states it: the amount in minor units, the currency in Stripe's lower case, and the
 * fields it carries over to the intent as they are.
 */
record IntentTerms(long amount, String currency, ObjectNode fields) {
    /** Stripe's least charge for USD; other currencies have limits of about the same worth. */
    private static final long LEAST = 50;

    private static final long MOST = 99_999_999;
    private static final String[] TEXTS = {
        "description", "receipt_email", "setup_future_usage", "statement_descriptor", "statement_descriptor_suffix"
    };

    /** The parameters {@link #fields} reads. */
    static final List<String> FIELDS = List.of(
            "capture_method",
            "metadata",
            "description",
            "receipt_email",
            "setup_future_usage",
            "statement_descriptor",
            "statement_descriptor_suffix");

    IntentTerms {
        if (amount < LEAST) {
            throw Refusal.validation("amount_too_small", "amount", "Amount must be at least $0.50 usd");
        }
        if (amount > MOST) {
            throw Refusal.validation("amount_too_large", "amount", "Amount must be no more than $999,999.99");
        }
    }

    /** Reads the carried-over fields; {@code automatic_async}, Stripe's default, captures at once here. */
    static ObjectNode fields(Params params) {
        var fields = Json.object();
        fields.put(
                "capture_method",
                params.oneOf("capture_method", List.of("automatic", "automatic_async", "manual"))
                        .orElse("automatic_async"));
        for (String text : TEXTS) params.text(text).ifPresent(value -> fields.put(text, value));
        fields.set("metadata", Documents.metadata(params.entries("metadata")));
        return fields;
    }

    static String currency(Params params) {
        String currency = params.required("currency").toLowerCase(Locale.ROOT);
        if (!currency.matches("[a-z]{3}")) {
            throw Refusal.invalid(params.name("currency"), "Invalid currency: " + currency);
        }
        return currency;
    }
}

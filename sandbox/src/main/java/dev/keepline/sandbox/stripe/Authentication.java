package dev.keepline.sandbox.stripe;

import dev.keepline.sandbox.Request;
import java.util.Optional;

/** The secret key: the one the sandbox was started with or, when none was, any that says it is for tests. */
record Authentication(Optional<String> secretKey) {
    private static final String BEARER = "Bearer ";
    private static final String TEST = "sk_test_";

    void check(Request request) {
        String header = request.header("Authorization").orElse("");
        if (!header.startsWith(BEARER) || header.length() == BEARER.length()) {
            throw Refusal.unauthenticated(
                    "You did not provide an API key. Provide your API key in the Authorization header, using Bearer auth.");
        }
        String key = header.substring(BEARER.length());
        boolean known = secretKey.map(key::equals).orElse(key.startsWith(TEST) && key.length() > TEST.length());
        if (!known) throw Refusal.unauthenticated("Invalid API Key provided: " + masked(key));
    }

    private static String masked(String key) {
        return key.length() <= 12 ? "****" : key.substring(0, 8) + "****" + key.substring(key.length() - 4);
    }
}

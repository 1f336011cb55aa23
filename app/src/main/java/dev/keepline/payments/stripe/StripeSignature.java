package dev.keepline.payments.stripe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells Stripe's calls from others: {@code t=<seconds>,v1=<hex>[,v1=<hex>]}, each v1 the HMAC-SHA256 of {@code t.body}
 * under the endpoint's secret. The SDK's own check lets a call from the future pass, so that a stolen secret could make
 * calls that stay good for ever.
 */
final class StripeSignature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int LONGEST_HEADER = 2_000;

    private final SecretKeySpec key;

    StripeSignature(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** Why a call is not Stripe's; empty when it is. */
    Optional<String> problem(String header, byte[] body, Instant now) {
        if (header.length() > LONGEST_HEADER) {
            return Optional.of("a header too long");
        }
        var seconds = "";
        var signatures = new ArrayList<byte[]>();
        for (String item : header.split(",", -1)) {
            var value = item.substring(item.indexOf('=') + 1).strip();
            switch (item.substring(0, Math.max(0, item.indexOf('='))).strip()) {
                case "t" -> seconds = value;
                case "v1" -> signatures.add(value.getBytes(StandardCharsets.UTF_8));
                default -> {} // other schemes are Stripe's own affair
            }
        }
        if (!seconds.matches("[0-9]{1,12}") || signatures.isEmpty()) {
            return Optional.of("no signature");
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now);
        if (age.abs().compareTo(TOLERANCE) > 0) {
            return Optional.of("signed at another time");
        }
        byte[] right = sign(seconds, body).getBytes(StandardCharsets.UTF_8);
        return signatures.stream().anyMatch(given -> MessageDigest.isEqual(right, given))
                ? Optional.empty()
                : Optional.of("a wrong signature");
    }

    private String sign(String seconds, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no HmacSHA256", missing);
        }
    }
}

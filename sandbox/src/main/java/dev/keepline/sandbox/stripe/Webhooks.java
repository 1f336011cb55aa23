package dev.keepline.sandbox.stripe;

import dev.keepline.sandbox.Delivery;
import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.Outbox;
import dev.keepline.sandbox.SandboxContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/** The one webhook endpoint: every event goes to it, signed at the moment of sending, for about three days. */
final class Webhooks {
    private static final String URL = "webhook.url";
    private static final String SECRET = "webhook.secret";

    /** Stripe documents "up to three days with exponential back off"; the first steps are short for impatient tests. */
    private static final List<Duration> RETRIES = Stream.of(
                    1, 2, 4, 8, 15, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200, 86_400, 86_400)
            .map(Duration::ofSeconds)
            .toList();

    /** Where events go, and the secret they are signed with. */
    record Endpoint(String url, String secret) {}

    private final SandboxContext context;
    private final Map<String, String> settings;

    Webhooks(SandboxContext context) {
        this.context = context;
        this.settings = context.store().map("stripe.settings");
        context.outbox().register(Stripe.NAME, new Outbox.Sender("webhook", RETRIES, this::headers));
    }

    Optional<Endpoint> endpoint() {
        return Optional.ofNullable(settings.get(URL)).map(url -> new Endpoint(url, settings.getOrDefault(SECRET, "")));
    }

    /** Sets the endpoint from now on; events of the past are not sent again. */
    void endpoint(Endpoint endpoint) {
        context.store().write(() -> {
            settings.put(URL, endpoint.url());
            settings.put(SECRET, endpoint.secret());
        });
    }

    /** Plans the delivery; called inside the change that made the event. */
    void send(ObjectNode event) {
        endpoint().ifPresent(to -> context.outbox().send(Stripe.NAME, to.url(), Json.write(Documents.shown(event))));
    }

    private Map<String, String> headers(Delivery delivery) {
        // The machine's time, not the sandbox's: a signature's age is checked against the receiver's real clock.
        long seconds = context.clock().instant().minus(context.clock().offset()).getEpochSecond();
        String secret = endpoint().map(Endpoint::secret).orElse("");
        String signature = sign(secret, seconds + "." + delivery.body());
        return Map.of(
                "Stripe-Signature", "t=" + seconds + ",v1=" + signature, "User-Agent", "Stripe/1.0 (Keepline sandbox)");
    }

    static String sign(String secret, String payload) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HmacSHA256", missing);
        }
    }
}

package dev.keepline.journey;

import dev.keepline.kernel.Iccid;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts a sandbox process and asks it things, knowing only its HTTP calls. */
public final class SandboxClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final int smtpPort = RealProcess.freePort();

    /** Of a sandbox that listens, or will listen, on this port. */
    public SandboxClient(int port) {
        this.port = port;
    }

    /** Starts it; it answers when this returns. */
    public RealProcess start(Path folder, String webhookUrl, String webhookSecret) {
        folder.toFile().mkdirs();
        var root = Path.of("..", "sandbox", "target").toAbsolutePath().normalize();
        var classpath = root.resolve("classes") + ":" + root.resolve("lib") + "/*";
        return RealProcess.java(
                        folder.resolve("sandbox.log"),
                        classpath,
                        List.of(
                                "dev.keepline.sandbox.Sandbox",
                                "--port",
                                String.valueOf(port),
                                "--data",
                                folder.resolve("sandbox").toString(),
                                "--stripe-key",
                                "sk_test_world",
                                "--stripe-webhook-url",
                                webhookUrl,
                                "--stripe-webhook-secret",
                                webhookSecret,
                                "--dtone-key",
                                "world",
                                "--dtone-secret",
                                "world-secret",
                                "--smtp-port",
                                String.valueOf(smtpPort)))
                .ready(url("/health"));
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Where its mail server listens. */
    public int smtpPort() {
        return smtpPort;
    }

    /** The letters that came to an address, newest first. */
    public JsonNode letters(String to) {
        return get("/control/mail/messages?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    }

    /** Makes a line that the sandbox's carrier knows. */
    public void provision(Iccid iccid, Instant expiresAt) {
        post("/control/dtone/lines", """
                {"iccid": "%s", "operator": "Sandbox Mobile", "expiration_date": "%s",
                 "benefits": [{"type": "DATA", "unit": "GB", "amount": 0.5}]}""".formatted(iccid.digits(), expiresAt));
    }

    /** A person types this card on the gateway's page. */
    public void pay(String session, String card) {
        post("/control/stripe/sessions/" + session + "/complete", "{\"card\": \"%s\"}".formatted(card));
    }

    /** The next call of that operation meets this fault. */
    public void fault(String counterpart, String operation, String fault) {
        post("/control/faults", """
                {"counterpart": "%s", "operation": "%s", "fault": "%s", "times": 1}""".formatted(counterpart, operation, fault));
    }

    /** The next call of that operation meets this fault; details for example {@code delay_ms}, {@code applied}. */
    public void fault(String counterpart, String operation, String fault, Map<String, ?> details) {
        var rule = new HashMap<String, Object>(details);
        rule.putAll(Map.of("counterpart", counterpart, "operation", operation, "fault", fault));
        post("/control/faults", JSON.writeValueAsString(rule));
    }

    /** No call meets a fault any more. */
    public void forgetFaults() {
        send(HttpRequest.newBuilder(url("/control/faults")).DELETE());
    }

    /** What was sent to an operation since the last reset, oldest first: method, path, query, headers, body, status. */
    public List<JsonNode> log(String counterpart, String operation) {
        return get("/control/log?limit=1000&counterpart=" + counterpart + "&operation=" + operation)
                .valueStream()
                .toList();
    }

    /** As after the first start: no faults, an empty log, nothing sold. */
    public void reset() {
        post("/control/reset", "{}");
    }

    /** Moves the sandbox's clock on; what falls due meanwhile happens before this returns. */
    public void advance(Duration time) {
        post("/control/clock", "{\"advance_seconds\": %d}".formatted(time.toSeconds()));
    }

    public JsonNode post(String path, String json) {
        return send(HttpRequest.newBuilder(url(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    public JsonNode get(String path) {
        return send(HttpRequest.newBuilder(url(path)));
    }

    /** As Stripe's own dashboard would ask. */
    public JsonNode stripe(String path) {
        return send(HttpRequest.newBuilder(url("/stripe/v1" + path)).header("Authorization", "Bearer sk_test_world"));
    }

    /** As somebody would do it by hand on Stripe's dashboard. */
    public JsonNode stripePost(String path) {
        return send(HttpRequest.newBuilder(url("/stripe/v1" + path))
                .header("Authorization", "Bearer sk_test_world")
                .POST(BodyPublishers.noBody()));
    }

    /** Faults that nothing has met yet are no more. */
    public void clearFaults() {
        send(HttpRequest.newBuilder(url("/control/faults")).DELETE());
    }

    /** As DT One's own tools would ask. */
    public JsonNode dtone(String path) {
        var basic = Base64.getEncoder()
                .encodeToString("world:world-secret".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(url("/dtone/v1" + path)).header("Authorization", "Basic " + basic));
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

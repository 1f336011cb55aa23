package dev.keepline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sandbox as a process of its own, and what one can tell it. */
final class Sandbox implements AutoCloseable {

    static final String STRIPE_KEY = "sk_test_bench";
    static final String WEBHOOK_SECRET = "whsec_bench";
    static final String DTONE_KEY = "bench";
    static final String DTONE_SECRET = "bench-secret";

    private static final Pattern REDIRECT = Pattern.compile("\"redirect\":\\s*\"([^\"]+)\"");

    private final Child process;
    private final int port;
    private final Http http = new Http();

    private Sandbox(Child process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it; webhooks of Stripe go to this port. */
    static Sandbox start(Setup setup, String name, int webhookPort) throws IOException, InterruptedException {
        int port = Ports.free();
        Path folder = setup.folder().resolve(name);
        List<String> command = List.of(
                setup.java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                setup.sandboxClasspath(),
                "dev.keepline.sandbox.Sandbox",
                "--port",
                String.valueOf(port),
                "--data",
                folder.resolve("data").toString(),
                "--stripe-key",
                STRIPE_KEY,
                "--stripe-webhook-secret",
                WEBHOOK_SECRET,
                "--stripe-webhook-url",
                "http://127.0.0.1:" + webhookPort + "/webhooks/stripe",
                "--dtone-key",
                DTONE_KEY,
                "--dtone-secret",
                DTONE_SECRET);
        return new Sandbox(Child.start(name, folder, command, Map.of()), port).ready();
    }

    private Sandbox ready() throws IOException, InterruptedException {
        process.ready(port, "/health");
        post(200, "/control/dtone/float", "{\"available\": 10000000}");
        return this;
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    Child process() {
        return process;
    }

    /**
     * A person types a card that works on the page of this session, and the gateway reserves the money.
     *
     * @return the address it then sends the person back to
     */
    String pay(String session) throws IOException, InterruptedException {
        String answer =
                post(200, "/control/stripe/sessions/" + session + "/complete", "{\"card\": \"4242424242424242\"}");
        Matcher redirect = REDIRECT.matcher(answer);
        if (!redirect.find()) {
            throw new IllegalStateException("not paid: " + answer);
        }
        return redirect.group(1);
    }

    /** The carrier's own record of a line: one package that ends then. */
    void carries(String iccid, Instant end) throws IOException, InterruptedException {
        post(
                201,
                "/control/dtone/lines",
                "{\"iccid\": \"" + iccid + "\", \"expiration_date\": \"" + end + "\", \"benefits\":"
                        + " [{\"type\": \"DATA\", \"unit\": \"GB\", \"amount\": 3}]}");
    }

    /** Stripe's webhooks wait this long on the sandbox's clock from now on. */
    void holdWebhooks(Duration time) throws IOException, InterruptedException {
        post(
                201,
                "/control/faults",
                "{\"counterpart\": \"stripe\", \"operation\": \"webhook\", \"fault\": \"delay\", \"rate\": 1, \"delay_ms\": "
                        + time.toMillis() + "}");
    }

    /** They go out at once again. */
    void stopHolding() throws IOException, InterruptedException {
        http.expect(200, http.request(url("/control/faults")).DELETE());
    }

    /** Moves the sandbox's clock on without waiting for what falls due by that. */
    void advance(Duration time) throws IOException, InterruptedException {
        post(200, "/control/clock", "{\"advance_seconds\": " + time.toSeconds() + "}");
    }

    private String post(int expected, String path, String json) throws IOException, InterruptedException {
        HttpRequest.Builder request = http.request(url(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return http.expect(expected, request).body();
    }

    @Override
    public void close() {
        process.close();
    }
}

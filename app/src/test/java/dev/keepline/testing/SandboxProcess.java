package dev.keepline.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sandbox as a process of its own, on a free port and an empty folder, for one test class:
 *
 * <pre>{@code @RegisterExtension static final SandboxProcess sandbox = new SandboxProcess();}</pre>
 *
 * <p>Tests that kill it call {@link #start} and {@link #kill} themselves: it keeps its folder and its port.
 */
public final class SandboxProcess implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

    public static final String STRIPE_KEY = "sk_test_keepline";
    public static final String STRIPE_WEBHOOK_SECRET = "whsec_keepline_tests";
    public static final String DTONE_KEY = "tests";
    public static final String DTONE_SECRET = "not a secret";

    private static final Path BUILT = Path.of("../sandbox/target");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;
    private int port;

    /** Not started yet. */
    public SandboxProcess() {
        try {
            Files.createDirectories(Path.of("target"));
            this.folder = Files.createTempDirectory(Path.of("target"), "sandbox");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** Starts it; it answers when this returns. */
    public void start() {
        if (!Files.isDirectory(BUILT.resolve("classes")) || !Files.isDirectory(BUILT.resolve("lib"))) {
            throw new IllegalStateException("build the sandbox first: mvn -pl sandbox package -DskipTests");
        }
        try {
            process = new ProcessBuilder(command())
                    .redirectError(folder.resolve("errors.log").toFile())
                    .start();
            port = readPort(process);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> command() {
        var classpath = BUILT.resolve("classes") + java.io.File.pathSeparator + BUILT.resolve("lib") + "/*";
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classpath,
                "dev.keepline.sandbox.Sandbox"));
        Map.of(
                        "port", Integer.toString(port),
                        "data", folder.resolve("data").toString(),
                        "stripe-key", STRIPE_KEY,
                        "stripe-webhook-secret", STRIPE_WEBHOOK_SECRET,
                        "dtone-key", DTONE_KEY,
                        "dtone-secret", DTONE_SECRET)
                .forEach((name, value) -> command.addAll(List.of("--" + name, value)));
        return command;
    }

    private int readPort(Process started) throws IOException {
        BufferedReader output = started.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("sandbox ready on ")) {
                return URI.create(line.substring("sandbox ready on ".length())).getPort();
            }
        }
        throw new IllegalStateException("the sandbox did not start: " + Files.readString(folder.resolve("errors.log")));
    }

    /** Ends it as a crash does. */
    public void kill() {
        var running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
            process = null;
        }
    }

    @Override
    public void close() {
        var running = process;
        if (running != null) {
            running.destroy();
            running.onExit()
                    .completeOnTimeout(running, 5, java.util.concurrent.TimeUnit.SECONDS)
                    .join();
            kill();
        }
    }

    /** Of Stripe's API, without {@code /v1}. */
    public URI stripe() {
        return url("/stripe");
    }

    /** Of DT One's API. */
    public URI dtOne() {
        return url("/dtone/v1");
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Everything as after the first start, no faults, an empty log. */
    public void reset() {
        post("/control/reset", Map.of());
    }

    /** The next call of that operation meets this fault. */
    public void fault(String counterpart, String operation, String fault) {
        fault(counterpart, operation, fault, Map.of());
    }

    /** @param details for example {@code delay_ms}, {@code applied}, {@code times} */
    public void fault(String counterpart, String operation, String fault, Map<String, ?> details) {
        var rule = new java.util.HashMap<String, Object>(details);
        rule.putAll(Map.of("counterpart", counterpart, "operation", operation, "fault", fault));
        post("/control/faults", rule);
    }

    /** What was sent to an operation since the last reset, oldest first: {@code method, path, query, headers, body…}. */
    public List<JsonNode> log(String counterpart, String operation) {
        return get("/control/log?limit=1000&counterpart=" + counterpart + "&operation=" + operation)
                .valueStream()
                .toList();
    }

    /** Moves the sandbox's clock on. */
    public void advance(Duration time) {
        post("/control/clock", Map.of("advance_seconds", time.toSeconds()));
    }

    /** A person types this test card into the payment page of a session. */
    public JsonNode pay(String session, String card) {
        return post("/control/stripe/sessions/" + session + "/complete", Map.of("card", card));
    }

    /** Where the sandbox's Stripe sends its webhooks from now on. */
    public void sendWebhooksTo(URI url) {
        post("/control/stripe/webhook", Map.of("url", url.toString(), "secret", STRIPE_WEBHOOK_SECRET));
    }

    /** A control call with a JSON body, for what has no method here. */
    public JsonNode post(String path, Map<String, ?> body) {
        return send(HttpRequest.newBuilder(url(path)).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** A control question. */
    public JsonNode get(String path) {
        return send(HttpRequest.newBuilder(url(path)).GET());
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("the sandbox said " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

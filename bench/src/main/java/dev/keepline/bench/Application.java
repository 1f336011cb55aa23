package dev.keepline.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The installation that is measured, started as its operator starts it: {@code keepline serve}. */
final class Application implements AutoCloseable {

    private final Child process;
    private final int port;
    private final Duration start;

    private Application(Child process, int port, Duration start) {
        this.process = process;
        this.port = port;
        this.start = start;
    }

    /** Starts it beside the database and the sandbox. It answers when this returns. */
    static Application start(Setup setup, Store store, Sandbox sandbox, int port) throws IOException {
        Path data = setup.folder().resolve("application");
        Files.createDirectories(data);
        Files.writeString(data.resolve("keepline.properties"), settings(sandbox, port), StandardCharsets.UTF_8);
        Child process = Child.start(
                "application",
                data,
                List.of(setup.keepline().toString(), "serve", "--data", data.toString(), "--port", "" + port),
                Map.of("KEEPLINE_DBURL", store.address()));
        return new Application(process, port, process.ready(port, "/login"));
    }

    private static String settings(Sandbox sandbox, int port) {
        return """
                keepline.public-url=http://localhost:%d
                keepline.sandbox=true
                keepline.portal.gateway-pages=%s
                keepline.stripe.url=%s
                keepline.stripe.key=%s
                keepline.stripe.webhook-secret=%s
                keepline.dtone.url=%s
                keepline.dtone.key=%s
                keepline.dtone.secret=%s
                """.formatted(
                        port,
                        sandbox.url(""),
                        sandbox.url("/stripe"),
                        Sandbox.STRIPE_KEY,
                        Sandbox.WEBHOOK_SECRET,
                        sandbox.url("/dtone/v1"),
                        Sandbox.DTONE_KEY,
                        Sandbox.DTONE_SECRET);
    }

    /** From the command to the first page. */
    Duration start() {
        return start;
    }

    int port() {
        return port;
    }

    URI url(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    Child process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}

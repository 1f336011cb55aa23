package dev.keepline.observe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keepline.database.StartupProblem;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Metrics and health in detail, on a port of its own that the public does not reach. Opened first and closed last, so that a
 * start and an end can be watched too.
 */
final class ManagementServer implements SmartLifecycle {

    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";
    private static final String JSON = "application/json";

    private final PrometheusMeterRegistry registry;
    private final Health health;
    private final InetSocketAddress wanted;
    private volatile @Nullable HttpServer server;

    ManagementServer(PrometheusMeterRegistry registry, Health health, InetSocketAddress wanted) {
        this.registry = registry;
        this.health = health;
        this.wanted = wanted;
    }

    private record Answer(int status, String type, String body) {}

    /** Where it listens, while it does. */
    int port() {
        var open = server;
        if (open == null) {
            throw new IllegalStateException("not open");
        }
        return open.getAddress().getPort();
    }

    /** @throws StartupProblem when the port is taken or the address is not this machine's */
    @Override
    public void start() {
        try {
            var open = HttpServer.create(wanted, 16);
            open.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            open.createContext("/", this::handle);
            open.start();
            server = open;
        } catch (IOException failure) {
            throw new StartupProblem(
                    "metrics and health cannot listen at " + wanted + ": " + failure.getMessage(),
                    "Set keepline.management.address and keepline.management.port; docs/settings.md.",
                    failure);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = exchange.getRequestMethod().equals("GET")
                    ? answer(exchange.getRequestURI().getPath())
                    : new Answer(405, JSON, "{}\n");
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(String path) {
        return switch (path) {
            case "/metrics" -> new Answer(200, METRICS, registry.scrape());
            case "/health/live" -> new Answer(health.alive() ? 200 : 503, JSON, details());
            case "/health/ready" -> new Answer(health.ready() ? 200 : 503, JSON, details());
            default -> new Answer(404, JSON, "{}\n");
        };
    }

    private String details() {
        return health.parts().stream()
                .map(state -> "\"%s\":{\"well\":%s,\"detail\":\"%s\"}"
                        .formatted(
                                state.part().name().toLowerCase(java.util.Locale.ROOT), state.well(), state.detail()))
                .collect(Collectors.joining(",", "{\"alive\":" + health.alive() + ",", "}\n"));
    }

    @Override
    public void stop() {
        var open = server;
        if (open != null) {
            open.stop(0);
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}

package dev.keepline.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A counterpart that answers as it is told, one answer a request, for what no well-meaning vendor does. */
public final class ScriptedServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<Answer> script = new ConcurrentLinkedQueue<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    /** A request that arrived. */
    public record Seen(String method, String path, Map<String, List<String>> headers, String body) {}

    /** What to do with one request. */
    public sealed interface Answer {
        record Body(int status, String body, Map<String, String> headers) implements Answer {}

        /** The connection closes without a word. */
        record Drop() implements Answer {}

        /** Nothing comes, as long as the server lives. */
        record Silence() implements Answer {}

        /** Headers and the first half of the body come, the rest does not, as long as the server lives. */
        record Stall(String body) implements Answer {}

        /** The body is cut in the middle. */
        record Torn(String body) implements Answer {}
    }

    /** Listens on a free port. */
    public ScriptedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public ScriptedServer then(Answer answer) {
        script.add(answer);
        return this;
    }

    public ScriptedServer then(int status, String body) {
        return then(new Answer.Body(status, body, Map.of()));
    }

    /** What arrived, oldest first. */
    public List<Seen> seen() {
        return seen;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(new Seen(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                body));
        @Nullable Answer next = script.poll();
        try (exchange) {
            switch (next) {
                case null -> exchange.sendResponseHeaders(418, -1);
                case Answer.Body(int status, String text, var headers) -> {
                    headers.forEach(exchange.getResponseHeaders()::set);
                    send(exchange, status, text, text.length());
                }
                case Answer.Drop() -> {}
                case Answer.Silence() -> waitForTheEnd();
                case Answer.Torn(String text) -> send(exchange, 200, text, text.length() / 2);
                case Answer.Stall(String text) -> {
                    send(exchange, 200, text, text.length() / 2);
                    waitForTheEnd();
                }
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String text, int characters) throws IOException {
        byte[] whole = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, whole.length == 0 ? -1 : whole.length);
        exchange.getResponseBody().write(text.substring(0, characters).getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}

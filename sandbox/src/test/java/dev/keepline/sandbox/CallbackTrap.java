package dev.keepline.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Where callbacks arrive. Answers 200, or the statuses told before, one each. */
public final class CallbackTrap implements AutoCloseable {

    private final HttpServer http;
    private final Queue<String> bodies = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

    public CallbackTrap() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::take);
        http.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            @Nullable Integer told = answers.poll();
            exchange.sendResponseHeaders(told == null ? 200 : told, -1);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/callback";
    }

    public void willAnswer(int status) {
        answers.add(status);
    }

    public Queue<String> bodies() {
        return bodies;
    }

    @Override
    public void close() {
        http.stop(0);
    }
}

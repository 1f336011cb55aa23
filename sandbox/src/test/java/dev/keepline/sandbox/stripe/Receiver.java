package dev.keepline.sandbox.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The merchant's webhook endpoint: keeps what arrives and answers 200, or what it was told to. */
final class Receiver implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** One delivery. */
    record Call(String body, String signature) {}

    private final HttpServer server;
    private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final List<Call> calls = new ArrayList<>();

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
            Integer answer = answers.poll();
            synchronized (calls) {
                calls.add(new Call(body, signature));
                calls.notifyAll();
            }
            exchange.sendResponseHeaders(answer == null ? 200 : answer, -1);
        }
    }

    /** What the next deliveries are answered, before 200 again. */
    void answerNext(int... statuses) {
        IntStream.of(statuses).forEach(answers::add);
    }

    /** Waits until this many deliveries arrived, and returns all that did, in the order of arrival. */
    List<Call> await(int count) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (calls) {
            while (calls.size() < count) {
                long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                if (left <= 0)
                    throw new AssertionError("only " + calls.size() + " of " + count + " deliveries: " + calls);
                calls.wait(left);
            }
            return List.copyOf(calls);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/stripe";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

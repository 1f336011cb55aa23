package dev.keepline.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The loop of {@link Throughput} without the product: the same calls to gateway and carrier, the same webhooks taken in,
 * the same rows in the same transactions, and as many at once; but nothing is decided, checked or parsed. What the product
 * takes beyond this is its own.
 */
final class BareLoop implements AutoCloseable {

    private static final int AT_ONCE = 16;
    private static final int PEOPLE = 8;
    private static final String WAKES = "checkout.session.completed";
    private static final Pattern RENEWAL = Pattern.compile("\"renewal_id\":\\s*\"([0-9a-f-]{36})\"");
    private static final Pattern EVENT = Pattern.compile("\"(evt_[A-Za-z0-9]+)\"");
    private static final Pattern TYPE = Pattern.compile("\"type\":\\s*\"([a-z_.]+)\"");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BareRows rows;
    private final Sandbox sandbox;
    private final BareCalls calls;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Map<UUID, BareRenewal> renewals = new ConcurrentHashMap<>();
    private final Map<UUID, String> sessions = new ConcurrentHashMap<>();
    private final List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
    private volatile CountDownLatch renewed = new CountDownLatch(0);

    BareLoop(Setup setup, BareRows rows) throws IOException, InterruptedException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4_096);
        server.setExecutor(threads);
        server.createContext("/webhooks/stripe", this::gatewayCalls);
        server.createContext("/webhooks/dtone/", this::carrierCalls);
        int port = server.getAddress().getPort();
        this.rows = rows;
        this.sandbox = Sandbox.start(setup, "sandbox-bare", port);
        this.calls = new BareCalls(sandbox, "http://127.0.0.1:" + port + "/webhooks/dtone/");
        server.start();
    }

    Child sandbox() {
        return sandbox.process();
    }

    /**
     * Renewals a second: one line of each account from {@code first} on.
     *
     * @param held as for {@link Throughput}
     * @param counting called when all is paid and before the webhooks are let go
     */
    double measure(int first, int linesEach, int count, Duration held, Runnable counting) throws Exception {
        renewed = new CountDownLatch(count);
        sandbox.holdWebhooks(held);
        authorise(first, linesEach, count);
        sandbox.stopHolding();
        counting.run();
        long begun = System.nanoTime();
        Future<?> advance = threads.submit(() -> {
            sandbox.advance(held);
            return 0;
        });
        boolean all = renewed.await(4, TimeUnit.MINUTES);
        long ended = System.nanoTime();
        if (!all || !failures.isEmpty()) {
            var failure = new IllegalStateException(renewed.getCount() + " of " + count + " were not renewed");
            failures.stream().limit(3).forEach(failure::addSuppressed);
            throw failure;
        }
        advance.get();
        return count / ((ended - begun) / 1e9);
    }

    private void authorise(int first, int linesEach, int count) throws Exception {
        List<Callable<String>> each = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long account = (long) first + i;
            long line = account * linesEach;
            var one = new BareRenewal(UUID.randomUUID(), Names.account(account), Names.line(line), Names.iccid(line));
            renewals.put(one.id(), one);
            each.add(() -> {
                rows.begin(one);
                String session = calls.open(one);
                sessions.put(one.id(), session);
                return sandbox.pay(session);
            });
        }
        for (Future<String> paid : Together.run(each, PEOPLE)) {
            paid.get();
        }
    }

    private void gatewayCalls(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String id = found(RENEWAL, body);
        BareRenewal one = id == null ? null : renewals.get(UUID.fromString(id));
        if (one != null) {
            String type = String.valueOf(found(TYPE, body));
            inTurn(exchange, () -> rows.inbox(one, String.valueOf(found(EVENT, body)), type, type.equals(WAKES)));
            if (type.equals(WAKES)) {
                threads.execute(() -> step(() -> pay(one)));
            }
        }
        answer(exchange);
    }

    private void carrierCalls(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        BareRenewal one = renewals.get(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
        if (one != null) {
            inTurn(exchange, () -> rows.wake(one));
            threads.execute(() -> step(() -> prove(one)));
        }
        answer(exchange);
    }

    private void pay(BareRenewal one) throws Exception {
        rows.claim(one);
        rows.asking(one);
        sessions.put(one.id(), calls.session(String.valueOf(sessions.get(one.id()))));
        rows.held(one);
        calls.readLine(one);
        rows.commanding(one, "Ordering", "-o1");
        calls.order(one);
        rows.pending(one);
    }

    private void prove(BareRenewal one) throws Exception {
        rows.claim(one);
        rows.asking(one);
        calls.findOrder(one);
        rows.ordered(one);
        calls.readLine(one);
        rows.commanding(one, "Capturing", "-c1");
        calls.capture(String.valueOf(sessions.get(one.id())), one);
        rows.renewed(one);
        renewed.countDown();
    }

    private interface Work {
        void run() throws Exception;
    }

    private void step(Work work) {
        free.acquireUninterruptibly();
        try {
            work.run();
        } catch (Exception failure) {
            failures.add(failure);
        } finally {
            free.release();
        }
    }

    private void inTurn(HttpExchange exchange, Work work) throws IOException {
        try {
            work.run();
        } catch (Exception failure) {
            failures.add(failure);
            exchange.sendResponseHeaders(500, -1);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        if (exchange.getResponseCode() < 0) {
            exchange.sendResponseHeaders(200, -1);
        }
        exchange.close();
    }

    private static @Nullable String found(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        return matcher.find() ? matcher.group(1) : null;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        sandbox.close();
        rows.close();
    }
}

package dev.keepline.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keepline.sandbox.control.Control;
import dev.keepline.sandbox.control.ControlActions;
import dev.keepline.sandbox.dtone.DtOne;
import dev.keepline.sandbox.mail.Mail;
import dev.keepline.sandbox.stripe.Stripe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** The sandbox process: counterparts behind one port on the loopback address, and a page to set their faults. */
public final class Sandbox implements AutoCloseable {

    private static final int BACKLOG = 4_096;

    private final HttpServer http;
    private final ExecutorService threads;
    private final Store store;
    private final Agenda agenda;
    private final List<Counterpart> counterparts;
    private final SandboxContext context;

    private Sandbox(SandboxOptions options) {
        this.store = Store.open(options.data());
        this.http = listen(options.port(), store);
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        SandboxClock clock = new SandboxClock(InstantSource.system(), store);
        Faults faults = new Faults(new Random(Long.parseLong(options.setting("seed", "1"))));
        this.agenda = new Agenda(store, clock);
        Outbox outbox = new Outbox(agenda, clock, faults);
        this.context = new SandboxContext(store, clock, faults, agenda, outbox, new SecureRandom(), options, port());
        this.counterparts = counterparts(context);
    }

    /** Every counterpart this sandbox has; a new one is added here and nowhere else. */
    private static List<Counterpart> counterparts(SandboxContext context) {
        return List.of(new DtOne(context), new Stripe(context), new Mail(context));
    }

    /** Starts a sandbox in this process; it answers when this returns. */
    public static Sandbox start(SandboxOptions options) {
        // Read once when the server's classes load; without it small answers wait for delayed acknowledgements.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "4096");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
        Sandbox sandbox = new Sandbox(options);
        sandbox.serve();
        return sandbox;
    }

    private void serve() {
        RequestLog log = new RequestLog();
        Map<String, List<String>> operations = new HashMap<>();
        for (Counterpart counterpart : counterparts) {
            counterpart.seed();
            Front front = new Front(counterpart, context, log);
            operations.put(counterpart.name(), operations(front, counterpart));
            http.createContext("/" + counterpart.name() + "/", front::handle);
        }
        Control control = new Control(context, counterparts, new ControlActions(context, operations, log, this::reset));
        http.createContext("/", exchange -> answer(control, exchange));
        http.setExecutor(threads);
        agenda.start();
        http.start();
    }

    private List<String> operations(Front front, Counterpart counterpart) {
        return Stream.of(
                        front.routes().operations().stream(),
                        context.outbox().operation(counterpart.name()).stream(),
                        counterpart.otherOperations().stream())
                .flatMap(names -> names)
                .sorted()
                .toList();
    }

    private static void answer(Control control, HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        Optional<Routes.Match> match = control.find(exchange.getRequestMethod(), path);
        Front.write(exchange, control.answer(match, Front.request(exchange, path, match, body)));
    }

    private void reset() {
        store.clear();
        context.clock().reset();
        counterparts.forEach(Counterpart::seed);
    }

    private static HttpServer listen(int port, Store store) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
        } catch (IOException taken) {
            store.close();
            throw new SandboxFailure(
                    "The sandbox cannot listen on 127.0.0.1:" + port + ": " + taken.getMessage()
                            + ". Stop what uses the port, or choose another --port.",
                    taken);
        }
    }

    /** The port that answers. */
    public int port() {
        return http.getAddress().getPort();
    }

    /** For example http://127.0.0.1:8082. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        http.stop(0);
        counterparts.forEach(Counterpart::close);
        threads.shutdownNow();
        agenda.close();
        store.close();
    }

    /** Runs until killed. Exit code 2 for a wrong option, 1 when it cannot run. */
    public static void main(String... args) {
        try {
            Sandbox sandbox = start(SandboxOptions.parse(args));
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(sandbox::close));
            System.out.println("sandbox ready on " + sandbox.baseUrl());
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(SandboxOptions.USAGE);
            System.exit(2);
        } catch (SandboxFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }
}

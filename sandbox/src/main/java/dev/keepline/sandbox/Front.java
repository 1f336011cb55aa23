package dev.keepline.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The HTTP side of one counterpart: finds the handler, lets faults strike, logs, answers. */
final class Front {

    private static final int MAX_BODY = 1_000_000;
    private static final Set<Fault> OF_TRANSPORT = EnumSet.of(
            Fault.DROP_BEFORE, Fault.DROP_AFTER, Fault.DELAY, Fault.STATUS_500, Fault.STATUS_429, Fault.MALFORMED);

    private final Counterpart counterpart;
    private final Routes routes = new Routes();
    private final SandboxContext context;
    private final RequestLog log;
    private final Set<Fault> faults;

    Front(Counterpart counterpart, SandboxContext context, RequestLog log) {
        this.counterpart = counterpart;
        this.context = context;
        this.log = log;
        this.faults = EnumSet.copyOf(OF_TRANSPORT);
        faults.removeAll(counterpart.ownFaults());
        counterpart.register(routes);
    }

    Routes routes() {
        return routes;
    }

    void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        String path =
                exchange.getRequestURI().getPath().substring(counterpart.name().length() + 1);
        Optional<Routes.Match> match = routes.find(exchange.getRequestMethod(), path);
        Request request = request(exchange, path, match, body);
        RequestLog.Entry entry =
                log.arrived(context.clock().instant(), counterpart.name(), counterpart.forLog(request));
        Response response = body.length > MAX_BODY
                ? counterpart.failure(413)
                : match.map(found -> answer(found, request, entry)).orElseGet(() -> counterpart.failure(404));
        entry.answered(response.status());
        write(exchange, response);
    }

    private Response answer(Routes.Match match, Request request, RequestLog.Entry entry) {
        Optional<FaultRule> struck = context.faults().take(counterpart.name(), match.operation(), faults);
        if (struck.isEmpty()) {
            return safely(match.handler(), request);
        }
        FaultRule rule = struck.get();
        entry.struckBy(rule.fault());
        return answerStruck(rule, match.handler(), request);
    }

    private Response answerStruck(FaultRule rule, Handler handler, Request request) {
        boolean applied = rule.detail().applied();
        return switch (rule.fault()) {
            case DROP_BEFORE -> Response.DROPPED;
            case DROP_AFTER -> {
                safely(handler, request);
                yield Response.DROPPED;
            }
            case DELAY -> {
                Response early = applied ? safely(handler, request) : Response.DROPPED;
                pause(rule.delayOr(3_000));
                yield applied ? early : safely(handler, request);
            }
            case STATUS_500 -> {
                if (applied) {
                    safely(handler, request);
                }
                yield counterpart.failure(500);
            }
            case STATUS_429 -> tooMany(rule);
            case MALFORMED -> safely(handler, request).torn();
            case DUPLICATE, REORDER, HALF_APPLIED, OTHER_LINE, COMPLETED_UNCHANGED, REVERSED_LATER, FAILS_LATER ->
                throw new IllegalStateException(rule.fault() + " is not a fault of the transport");
        };
    }

    /** With the delay asked for, if any, as the time after which to come back. */
    private Response tooMany(FaultRule rule) {
        long millis = rule.delayOr(0).toMillis();
        Response refusal = counterpart.failure(429);
        return millis == 0 ? refusal : refusal.with("Retry-After", Long.toString((millis + 999) / 1_000));
    }

    /** A bug in a handler must look like a vendor's 500 to the client and like a bug to us. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    private Response safely(Handler handler, Request request) {
        try {
            return handler.handle(request);
        } catch (RuntimeException bug) {
            System.err.println("sandbox bug at " + request.method() + " " + request.path());
            bug.printStackTrace();
            return counterpart.failure(500);
        }
    }

    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static Request request(HttpExchange exchange, String path, Optional<Routes.Match> match, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        String query = exchange.getRequestURI().getRawQuery();
        return new Request(
                exchange.getRequestMethod(),
                path,
                match.map(Routes.Match::parameters).orElse(Map.of()),
                query == null ? "" : query,
                headers,
                body,
                match.map(Routes.Match::operation).orElse(""));
    }

    /** Closing an exchange before its headers are sent closes the connection: that is how an answer gets lost. */
    static void write(HttpExchange exchange, Response response) throws IOException {
        try (exchange) {
            if (response.dropped()) {
                return;
            }
            response.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] body = response.body();
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}

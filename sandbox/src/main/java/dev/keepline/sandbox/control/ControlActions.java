package dev.keepline.sandbox.control;

import dev.keepline.sandbox.Fault;
import dev.keepline.sandbox.FaultRule;
import dev.keepline.sandbox.FaultRule.FaultDetail;
import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.Request;
import dev.keepline.sandbox.RequestLog;
import dev.keepline.sandbox.Response;
import dev.keepline.sandbox.Routes;
import dev.keepline.sandbox.SandboxContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The control calls for tests, and what the page's forms do. */
public final class ControlActions {

    private static final Duration SETTLE = Duration.ofSeconds(5);

    private final SandboxContext context;
    private final Map<String, List<String>> operations;
    private final RequestLog log;
    private final Runnable reset;

    /** Actions over these operations, by counterpart. */
    public ControlActions(
            SandboxContext context, Map<String, List<String>> operations, RequestLog log, Runnable reset) {
        this.context = context;
        this.operations = Map.copyOf(operations);
        this.log = log;
        this.reset = reset;
    }

    void register(Routes routes) {
        routes.get("/control/faults", "faults", request -> Response.json(200, faults()))
                .post("/control/faults", "faults", request -> {
                    add(request.json());
                    return Response.json(201, faults());
                })
                .delete("/control/faults", "faults", request -> {
                    context.faults().clear(request.query("counterpart").orElse("*"));
                    return Response.json(200, faults());
                })
                .get("/control/log", "log", this::log)
                .get("/control/clock", "clock", request -> Response.json(200, clock()))
                .post(
                        "/control/clock",
                        "clock",
                        request -> Response.json(
                                200,
                                advance(request.json().path("advance_seconds").asLong(0))))
                .post("/control/reset", "reset", request -> {
                    resetAll();
                    return Response.json(200, Json.object().put("status", "reset"));
                });
    }

    Map<String, List<String>> operations() {
        return operations;
    }

    RequestLog requests() {
        return log;
    }

    void resetAll() {
        context.faults().clear("*");
        log.clear();
        reset.run();
    }

    void add(JsonNode rule) {
        String counterpart = rule.path("counterpart").asString("");
        @Nullable List<String> known = operations.get(counterpart);
        if (known == null) {
            throw new IllegalArgumentException("counterpart must be one of " + operations.keySet());
        }
        String operation = rule.path("operation").asString("*");
        if (!operation.equals("*") && !known.contains(operation)) {
            throw new IllegalArgumentException("operation must be * or one of " + known);
        }
        String name = rule.path("fault").asString("");
        Optional<Fault> fault = Fault.of(name);
        if (fault.isEmpty()) {
            throw new IllegalArgumentException("there is no fault called '" + name + "'");
        }
        FaultDetail detail = new FaultDetail(
                rule.path("delay_ms").asLong(0), rule.path("applied").asBoolean(false));
        double rate = rule.path("rate").asDouble(0);
        int times = rule.path("times").asInt(rate > 0 ? 0 : 1);
        context.faults().add(new FaultRule(counterpart, operation, fault.get(), times, rate, detail));
    }

    ObjectNode advance(long seconds) {
        boolean settled = context.advance(Duration.ofSeconds(seconds), SETTLE);
        return clock().put("settled", settled);
    }

    ObjectNode clock() {
        return Json.object()
                .put("now", context.clock().instant().toString())
                .put("offset_seconds", context.clock().offset().toSeconds());
    }

    private ArrayNode faults() {
        ArrayNode list = Json.array();
        for (FaultRule rule : context.faults().list()) {
            ObjectNode item = list.addObject()
                    .put("counterpart", rule.counterpart())
                    .put("operation", rule.operation())
                    .put("fault", rule.fault().wire());
            if (rule.rate() > 0) {
                item.put("rate", rule.rate());
            } else {
                item.put("times", rule.times());
            }
            item.put("delay_ms", rule.detail().delayMs())
                    .put("applied", rule.detail().applied());
        }
        return list;
    }

    private Response log(Request request) {
        int limit = Integer.parseInt(request.query("limit").orElse("200"));
        Optional<String> operation = request.query("operation");
        ArrayNode list = Json.array();
        for (RequestLog.Entry entry : log.recent(request.query("counterpart").orElse("*"), limit)) {
            if (operation.isEmpty() || operation.get().equals(entry.request().operation())) {
                list.add(describe(entry));
            }
        }
        return Response.json(200, list);
    }

    private static ObjectNode describe(RequestLog.Entry entry) {
        Request sent = entry.request();
        ObjectNode item = Json.object()
                .put("at", entry.at().toString())
                .put("counterpart", entry.counterpart())
                .put("operation", sent.operation())
                .put("method", sent.method())
                .put("path", sent.path())
                .put("query", sent.rawQuery())
                .put("body", sent.text())
                .put("status", entry.status())
                .put("fault", entry.fault());
        ObjectNode headers = item.putObject("headers");
        sent.headers().forEach((name, value) -> {
            if (!name.equals("authorization")) {
                headers.put(name, value);
            }
        });
        return item;
    }
}

package dev.keepline.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The calls a counterpart answers. A pattern is a path without the counterpart's prefix in which {@code {name}} stands
 * for one segment; the operation is the word faults are set by. The first registered match wins.
 */
public final class Routes {

    /** A handler with its operation and the path's named parts. */
    public record Match(String operation, Map<String, String> parameters, Handler handler) {}

    private record Route(String method, List<String> segments, String operation, Handler handler) {}

    private final List<Route> routes;
    private final UnaryOperator<Handler> around;
    private final String prefix;

    /** An empty table. */
    public Routes() {
        this(new ArrayList<>(), UnaryOperator.identity(), "");
    }

    private Routes(List<Route> routes, UnaryOperator<Handler> around, String prefix) {
        this.routes = routes;
        this.around = around;
        this.prefix = prefix;
    }

    /** A view on this table: what is registered through it is wrapped first, for example by a check of credentials. */
    public Routes around(UnaryOperator<Handler> wrapper) {
        return new Routes(routes, wrapper, prefix);
    }

    /** A view on this table whose patterns are below a path. */
    public Routes under(String path) {
        return new Routes(routes, around, prefix + path);
    }

    /** Registers one call. */
    public Routes on(String method, String pattern, String operation, Handler handler) {
        routes.add(new Route(method, split(prefix + pattern), operation, around.apply(handler)));
        return this;
    }

    /** Registers a GET. */
    public Routes get(String pattern, String operation, Handler handler) {
        return on("GET", pattern, operation, handler);
    }

    /** Registers a POST. */
    public Routes post(String pattern, String operation, Handler handler) {
        return on("POST", pattern, operation, handler);
    }

    /** Registers a DELETE. */
    public Routes delete(String pattern, String operation, Handler handler) {
        return on("DELETE", pattern, operation, handler);
    }

    /** The operations registered, for the control page. */
    public List<String> operations() {
        return routes.stream().map(Route::operation).distinct().sorted().toList();
    }

    /** The route for a call, or nothing. */
    public Optional<Match> find(String method, String path) {
        List<String> actual = split(path);
        for (Route route : routes) {
            if (route.method.equals(method) && route.segments.size() == actual.size()) {
                Optional<Map<String, String>> parameters = match(route.segments, actual);
                if (parameters.isPresent()) {
                    return Optional.of(new Match(route.operation, parameters.get(), route.handler));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Map<String, String>> match(List<String> pattern, List<String> actual) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String expected = pattern.get(i);
            if (expected.startsWith("{")) {
                parameters.put(expected.substring(1, expected.length() - 1), actual.get(i));
            } else if (!expected.equals(actual.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    private static List<String> split(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return segments;
    }
}

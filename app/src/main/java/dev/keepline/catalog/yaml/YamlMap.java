package dev.keepline.catalog.yaml;

import dev.keepline.catalog.CatalogProblem;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One mapping of a file, read key by key. Whatever is wrong is {@link Rejected} with its file and line. */
final class YamlMap {

    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();

    private YamlMap(String file, MappingNode node) {
        this.file = file;
        this.node = node;
        for (var tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw rejected(tuple.getKeyNode(), "a key must be a plain word");
            }
            if (values.put(key.getValue(), tuple.getValueNode()) != null) {
                throw rejected(key, "duplicate key '" + key.getValue() + "'");
            }
            keys.put(key.getValue(), key);
        }
    }

    static YamlMap of(String file, Node node) {
        if (node instanceof MappingNode mapping) {
            return new YamlMap(file, mapping);
        }
        throw new Rejected(new CatalogProblem(file, line(node), "keys with values are expected here"));
    }

    /** Refuses every key that is not among these. */
    YamlMap only(String... known) {
        var allowed = Set.of(known);
        keys.forEach((key, at) -> {
            if (!allowed.contains(key)) {
                throw rejected(at, "unknown key '" + key + "'");
            }
        });
        return this;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String file() {
        return file;
    }

    int line() {
        return line(node);
    }

    <T> T value(String key, Function<String, T> parse) {
        return parsed(key, required(key), parse);
    }

    <T> Optional<T> optional(String key, Function<String, T> parse) {
        return has(key) ? Optional.of(value(key, parse)) : Optional.empty();
    }

    /** The values of a list, or the one value that stands in its place. */
    <T> List<T> values(String key, Function<String, T> parse) {
        if (!(required(key) instanceof SequenceNode list)) {
            return List.of(value(key, parse));
        }
        var parsed = new ArrayList<T>();
        list.getValue().forEach(each -> parsed.add(parsed(key, each, parse)));
        return List.copyOf(parsed);
    }

    YamlMap map(String key) {
        return of(file, required(key));
    }

    /** Whether the value is a mapping, where a plain value would also do. */
    boolean isMap(String key) {
        return values.get(key) instanceof MappingNode;
    }

    List<YamlMap> maps(String key) {
        if (!(required(key) instanceof SequenceNode list)) {
            throw at(key, "a list is expected for '" + key + "'");
        }
        return list.getValue().stream().map(each -> of(file, each)).toList();
    }

    /** All keys with plain values. */
    <T> Map<String, T> entries(Function<String, T> parse) {
        var entries = new LinkedHashMap<String, T>();
        values.keySet().forEach(key -> entries.put(key, value(key, parse)));
        return entries;
    }

    /** Makes something of several keys; what it refuses is a complaint about this mapping. */
    <T> T made(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw rejected(node, String.valueOf(e.getMessage()));
        }
    }

    Rejected at(String key, String message) {
        return rejected(values.getOrDefault(key, node), message);
    }

    private Node required(String key) {
        var value = values.get(key);
        if (value == null) {
            throw rejected(node, "'" + key + "' is missing");
        }
        return value;
    }

    private <T> T parsed(String key, Node value, Function<String, T> parse) {
        if (!(value instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw rejected(value, "a value is expected for '" + key + "'");
        }
        try {
            return parse.apply(scalar.getValue().strip());
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw rejected(value, "bad value for '" + key + "': " + e.getMessage());
        }
    }

    private Rejected rejected(Node where, String message) {
        return new Rejected(new CatalogProblem(file, line(where), message));
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).map(line -> line + 1).orElse(0);
    }
}

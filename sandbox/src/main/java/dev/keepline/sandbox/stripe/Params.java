package dev.keepline.sandbox.stripe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** The parameters of one call, read by name; whatever is missing or wrong is refused under Stripe's name for it. */
final class Params {
    private final Form.Node node;
    private final String prefix;

    private Params(Form.Node node, String prefix) {
        this.node = node;
        this.prefix = prefix;
    }

    static Params of(String encoded) {
        return new Params(Form.parse(encoded), "");
    }

    /** The name as Stripe writes it in {@code param}: {@code line_items[0][quantity]}. */
    String name(String key) {
        return prefix.isEmpty() ? key : prefix + "[" + key + "]";
    }

    boolean has(String key) {
        return node.children().containsKey(key);
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(node.children().get(key))
                .map(Form.Node::value)
                .filter(v -> !v.isEmpty());
    }

    String required(String key) {
        return text(key).orElseThrow(() -> Refusal.missing(name(key)));
    }

    OptionalLong integer(String key) {
        var text = text(key);
        if (text.isEmpty()) return OptionalLong.empty();
        if (!text.get().matches("-?\\d{1,18}")) throw Refusal.notAnInteger(name(key), text.get());
        return OptionalLong.of(Long.parseLong(text.get()));
    }

    /** An integer of at least {@code least}; negative amounts and zero quantities stop here. */
    OptionalLong atLeast(long least, String key) {
        var value = integer(key);
        if (value.isPresent() && value.getAsLong() < least) throw Refusal.tooSmall(name(key), least);
        return value;
    }

    boolean flag(String key) {
        return text(key)
                .map(v -> switch (v) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw Refusal.invalid(name(key), "Invalid boolean: " + v);
                })
                .orElse(false);
    }

    Optional<String> oneOf(String key, List<String> allowed) {
        var text = text(key);
        text.filter(v -> !allowed.contains(v)).ifPresent(v -> {
            throw Refusal.invalid(name(key), "Invalid " + name(key) + ": must be one of " + String.join(", ", allowed));
        });
        return text;
    }

    /** A hash of parameters; empty when absent. */
    Params child(String key) {
        return new Params(node.children().getOrDefault(key, new Form.Node()), name(key));
    }

    List<Params> list(String key) {
        return child(key).node.children().keySet().stream()
                .map(child(key)::child)
                .toList();
    }

    List<String> texts(String key) {
        return child(key).node.children().values().stream()
                .map(Form.Node::value)
                .toList();
    }

    /** Free keys and values: {@code metadata}. */
    Map<String, String> entries(String key) {
        var entries = new TreeMap<String, String>();
        child(key).node.children().forEach((k, v) -> entries.put(k, v.value()));
        return entries;
    }

    /** Refuses a name that is not expected here, as Stripe does: a misspelt parameter must not pass in silence. */
    Params only(String... allowed) {
        var known = Set.of(allowed);
        node.children().keySet().stream()
                .filter(k -> !known.contains(k))
                .findFirst()
                .ifPresent(k -> {
                    throw Refusal.unknownParameter(name(k));
                });
        return this;
    }

    /** One text for equal parameters whatever their order: what an idempotency key is bound to. */
    String canonical() {
        var text = new StringBuilder();
        write(node, "", text);
        return text.toString();
    }

    private static void write(Form.Node node, String path, StringBuilder text) {
        if (node.isLeaf()) text.append(path).append('=').append(node.value()).append('\n');
        node.children().forEach((key, child) -> write(child, path + "[" + key + "]", text));
    }
}

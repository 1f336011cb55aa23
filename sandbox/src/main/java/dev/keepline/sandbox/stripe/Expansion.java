package dev.keepline.sandbox.stripe;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code expand[]}: ids replaced by the objects they name, along a path of at most four steps. */
final class Expansion {
    private static final int MAX_DEPTH = 4;
    private static final Map<String, Set<String>> EXPANDABLE = Map.of(
            "checkout.session", Set.of("payment_intent", "line_items"),
            "payment_intent", Set.of("latest_charge"),
            "charge", Set.of("payment_intent", "balance_transaction"),
            "refund", Set.of("charge", "payment_intent", "balance_transaction", "failure_balance_transaction"),
            "balance_transaction", Set.of("source"),
            "list", Set.of("data"));

    private final Function<String, Optional<ObjectNode>> find;
    private final Instant now;

    Expansion(Function<String, Optional<ObjectNode>> find, Instant now) {
        this.find = find;
        this.now = now;
    }

    /** A stored object as the API shows it, expanded. */
    ObjectNode show(ObjectNode document, List<String> paths) {
        var shown = Documents.shown(document);
        if (paths.contains("line_items")) shown.set("line_items", SessionCalls.lineItems(document));
        paths.forEach(path -> expand(shown, List.of(path.split("\\.")), path));
        return asOf(shown);
    }

    private void expand(ObjectNode object, List<String> steps, String path) {
        String step = steps.getFirst();
        if (!expandable(object, step) || steps.size() > MAX_DEPTH) {
            throw Refusal.invalid("expand", "This property cannot be expanded (" + path + ").");
        }
        if (object.path(step).isString()) {
            find.apply(object.path(step).asString()).ifPresent(found -> object.set(step, asOf(Documents.shown(found))));
        }
        var rest = steps.subList(1, steps.size());
        if (rest.isEmpty()) return;
        for (JsonNode child : object.path(step).isArray() ? object.path(step) : List.of(object.path(step))) {
            child.asObjectOpt().ifPresent(next -> expand(next, rest, path));
        }
    }

    private static boolean expandable(ObjectNode object, String step) {
        return EXPANDABLE
                .getOrDefault(object.path("object").asString(), Set.of())
                .contains(step);
    }

    private ObjectNode asOf(ObjectNode shown) {
        if (!shown.path("object").asString().equals("balance_transaction")) return shown;
        return Books.asOf(shown, now.getEpochSecond());
    }
}

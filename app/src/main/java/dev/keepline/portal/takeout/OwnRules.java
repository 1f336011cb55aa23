package dev.keepline.portal.takeout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of an account's records is its owner's to have. The operator's business stays with the operator: what a renewal costs
 * it, what it moves between accounts of its own, and the words its staff wrote for itself. That staff did something, what and
 * when, is the owner's to know.
 */
final class OwnRules {

    /** Of an object anywhere in a record: the wholesale price, and what the carrier told a person of staff. */
    private static final Set<String> COST_AND_WORD = Set.of("wholesale", "word");

    /** Accounts on which a movement is the customer's: held, kept, owed by them, or promised back to them. */
    private static final Pattern CUSTOMERS = Pattern.compile("(customer|receivable|refunds)\\..*");

    private static final Pattern OPERATORS = Pattern.compile("(carrier|revenue|equity)\\..*");
    private static final List<String> SIDES = List.of("debit", "credit");
    private static final String OPERATOR = "OPERATOR";

    private OwnRules() {}

    /** The records without what is the operator's; a kind of which nothing is left is gone. */
    static Map<String, List<JsonNode>> of(Map<String, List<JsonNode>> all) {
        var own = new LinkedHashMap<String, List<JsonNode>>();
        all.forEach((kind, rows) -> own.put(
                kind,
                rows.stream()
                        .filter(row -> keeps(kind, row))
                        .map(JsonNode::deepCopy)
                        .toList()));
        var moved = own.getOrDefault("transfer", List.of()).stream()
                .map(row -> row.path("entry_id").asString())
                .collect(Collectors.toSet());
        own.computeIfPresent(
                "journal_entry",
                (_, rows) -> rows.stream()
                        .filter(row -> moved.contains(row.path("entry_id").asString()))
                        .toList());
        own.forEach((kind, rows) -> rows.forEach(row -> strip(kind, (ObjectNode) row)));
        own.values().removeIf(List::isEmpty);
        return own;
    }

    private static boolean keeps(String kind, JsonNode row) {
        return switch (kind) {
            case "transfer" ->
                SIDES.stream()
                        .anyMatch(side ->
                                CUSTOMERS.matcher(row.path(side).asString()).matches());
            case "support_case" -> !row.path("kind").asString().equals("FLOAT_EMPTY");
            default -> true;
        };
    }

    private static void strip(String kind, ObjectNode row) {
        switch (kind) {
            case "transfer" ->
                SIDES.stream()
                        .filter(side ->
                                OPERATORS.matcher(row.path(side).asString()).matches())
                        .forEach(side -> row.put(side, OPERATOR));
            case "staff_action" -> {
                row.remove("reason");
                row.put("by", OPERATOR);
            }
            case "support_case" -> {
                row.remove(List.of("facts", "resolution"));
                row.put("owner", OPERATOR);
            }
            default -> strip(row);
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(COST_AND_WORD);
            if (object.path("otherwise") instanceof ObjectNode otherwise) {
                otherwise.remove("reason");
            }
        }
        new ArrayList<>(node.values()).forEach(OwnRules::strip);
    }
}

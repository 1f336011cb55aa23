package dev.keepline.sandbox.stripe;

import dev.keepline.sandbox.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Lists: newest first, by cursor, by time of creation, by the fields of each kind. */
final class Listing {
    private static final int MOST = 100;
    private static final int USUAL = 10;
    private static final String[] RANGE = {"gt", "gte", "lt", "lte"};

    private final Database database;

    Listing(Database database) {
        this.database = database;
    }

    /**
     * Answers a list call.
     *
     * @param filters parameters that must equal the field of the same name
     */
    ObjectNode list(String object, String url, Params params, String... filters) {
        params.only(Stream.concat(
                        Stream.of("limit", "starting_after", "ending_before", "created", "expand"), Stream.of(filters))
                .toArray(String[]::new));
        int limit = (int) params.atLeast(1, "limit").orElse(USUAL);
        if (limit > MOST) throw Refusal.invalid("limit", "Invalid limit: at most 100.");
        var page = new Objects.Page(
                cursor(object, params, "starting_after"), cursor(object, params, "ending_before"), limit + 1);

        var found = database.list(object, page, created(params).and(fields(params, List.of(filters))));
        boolean more = found.size() > limit;
        boolean backwards = page.endingBefore().isPresent();
        var shown = !more ? found : backwards ? found.subList(1, found.size()) : found.subList(0, limit);
        var data = Json.array();
        shown.forEach(document -> data.add(Documents.shown(document)));
        var list = Json.object().put("object", "list").put("has_more", more).put("url", url);
        return list.set("data", data);
    }

    private Optional<String> cursor(String object, Params params, String name) {
        var id = params.text(name);
        id.filter(i -> database.find(i).isEmpty()).ifPresent(i -> {
            throw Refusal.noSuch(object, i, name);
        });
        return id;
    }

    private static Predicate<ObjectNode> fields(Params params, List<String> filters) {
        Predicate<ObjectNode> all = _ -> true;
        for (String filter : filters) {
            var wanted = params.text(filter);
            if (wanted.isPresent())
                all = all.and(d -> d.path(filter).asString("").equals(wanted.get()));
        }
        return all;
    }

    private static Predicate<ObjectNode> created(Params params) {
        var exact = params.text("created");
        if (exact.isPresent()) {
            long at = params.integer("created").orElseThrow();
            return d -> d.path("created").asLong() == at;
        }
        var range = params.child("created").only(RANGE);
        long from = Math.max(
                range.integer("gte").orElse(Long.MIN_VALUE), range.integer("gt").orElse(Long.MIN_VALUE + 1) + 1);
        return d -> d.path("created").asLong() >= from
                && before(range, d.path("created").asLong());
    }

    private static boolean before(Params range, long created) {
        return created <= range.integer("lte").orElse(Long.MAX_VALUE)
                && created < range.integer("lt").orElse(Long.MAX_VALUE);
    }
}

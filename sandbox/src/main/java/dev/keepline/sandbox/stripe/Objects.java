package dev.keepline.sandbox.stripe;

import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The stored objects by id, and per kind in the order they were made. */
final class Objects {
    private static final String LAST = "~";

    private final MVMap<String, String> byId;
    private final MVMap<String, String> byOrder;

    Objects(Store store) {
        this.byId = store.map("stripe.objects");
        this.byOrder = store.map("stripe.order");
    }

    Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(byId.get(id)).map(Json::parseObject);
    }

    /** Stores an object; a new one goes to the end of its kind. Only inside {@link Store#write}. */
    void put(ObjectNode document) {
        String id = document.path("id").asString();
        if (!byId.containsKey(id)) {
            String key = nextKey(document.path("object").asString());
            Documents.inner(document).put("order", key);
            byOrder.put(key, id);
        }
        byId.put(id, Json.write(document));
    }

    private String nextKey(String object) {
        @Nullable String last = byOrder.lowerKey(object + "|" + LAST);
        boolean first = last == null || !last.startsWith(object + "|");
        long number = first ? 1 : Long.parseLong(last.substring(object.length() + 1)) + 1;
        return String.format("%s|%016d", object, number);
    }

    /**
     * Up to {@code limit} objects of a kind, newest first, after (older than) or before (newer than) one of them; those
     * before are the nearest ones, still newest first.
     */
    List<ObjectNode> newestFirst(String object, Page page, Predicate<ObjectNode> wanted) {
        boolean backwards = page.endingBefore().isPresent();
        String from =
                page.startingAfter().or(page::endingBefore).map(this::order).orElse(object + "|" + LAST);
        var found = new ArrayList<ObjectNode>();
        @Nullable String key = backwards ? byOrder.higherKey(from) : byOrder.lowerKey(from);
        while (key != null && key.startsWith(object + "|") && found.size() < page.limit()) {
            Optional.ofNullable(byOrder.get(key))
                    .flatMap(this::find)
                    .filter(wanted)
                    .ifPresent(found::add);
            key = backwards ? byOrder.higherKey(key) : byOrder.lowerKey(key);
        }
        return backwards ? found.reversed() : found;
    }

    private String order(String id) {
        return find(id).map(d -> Documents.inner(d).path("order").asString()).orElse("");
    }

    /** A stretch of a list, by the id next to it. */
    record Page(Optional<String> startingAfter, Optional<String> endingBefore, int limit) {}
}

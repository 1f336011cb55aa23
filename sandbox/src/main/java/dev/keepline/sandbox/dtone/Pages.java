package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.Response;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A list in the specification's pages: 50 an answer unless asked otherwise, 100 at most, totals in headers. */
final class Pages {

    private static final int MOST = 100;
    private static final int USUAL = 50;

    private Pages() {}

    /** Which page is wanted. */
    record Wanted(int page, int perPage) {

        static Optional<Wanted> of(Optional<String> page, Optional<String> perPage) {
            try {
                return of(
                        page.map(Integer::parseInt).orElse(1),
                        perPage.map(Integer::parseInt).orElse(USUAL));
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        }

        static Optional<Wanted> of(JsonNode body) {
            return of(body.path("page").asInt(1), body.path("per_page").asInt(USUAL));
        }

        private static Optional<Wanted> of(int page, int perPage) {
            boolean valid = page >= 1 && perPage >= 1 && perPage <= MOST;
            return valid ? Optional.of(new Wanted(page, perPage)) : Optional.empty();
        }
    }

    static Response answer(List<ObjectNode> all, Optional<Wanted> asked) {
        if (asked.isEmpty()) {
            return Errors.BAD_REQUEST.response("page must be 1 or more and per_page between 1 and 100");
        }
        Wanted wanted = asked.get();
        int from = (int) Math.min(all.size(), (wanted.page - 1L) * wanted.perPage);
        int to = Math.min(all.size(), from + wanted.perPage);
        ArrayNode list = Json.array();
        all.subList(from, to).forEach(list::add);
        int pages = (all.size() + wanted.perPage - 1) / wanted.perPage;
        Response response = Response.json(200, list)
                .with("X-Total", Integer.toString(all.size()))
                .with("X-Total-Pages", Integer.toString(pages))
                .with("X-Per-Page", Integer.toString(wanted.perPage))
                .with("X-Page", Integer.toString(wanted.page));
        if (wanted.page < pages) {
            response = response.with("X-Next-Page", Integer.toString(wanted.page + 1));
        }
        return wanted.page > 1 ? response.with("X-Prev-Page", Integer.toString(wanted.page - 1)) : response;
    }
}

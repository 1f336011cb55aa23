package dev.keepline.carriers.dtone;

import dev.keepline.kernel.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;

/** Reads a list to its end: half a list must not pass for the whole. */
final class Pages {

    static final int PER_PAGE = 100;
    private static final int MOST_PAGES = 100;

    private Pages() {}

    /**
     * The list, read to its end.
     *
     * @param ask for the page of that number, from 1
     * @param read makes an outcome of the items
     */
    static <T> Outcome<T> all(IntFunction<Reply> ask, Function<List<JsonNode>, Outcome<T>> read) {
        var items = new ArrayList<JsonNode>();
        int page = 1;
        for (int asked = 0; asked < MOST_PAGES; asked++) {
            var reply = ask.apply(page);
            if (!(reply instanceof Reply.Answered answer) || !answer.isSuccess()) {
                return Failures.ofQuestion(reply);
            }
            var list = Wire.read(answer.body(), JsonNode.class).filter(JsonNode::isArray);
            if (list.isEmpty()) {
                return new Outcome.Unknown<>("DT One answered with something else than a list");
            }
            list.get().forEach(items::add);
            if (answer.nextPage().isEmpty()) {
                return read.apply(items);
            }
            page = answer.nextPage().get();
        }
        return new Outcome.Unknown<>("a list of more than " + MOST_PAGES + " pages");
    }
}

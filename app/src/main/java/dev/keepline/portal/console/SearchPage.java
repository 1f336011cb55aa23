package dev.keepline.portal.console;

import dev.keepline.portal.console.DeskPage.Table;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.util.List;
import java.util.Optional;

/**
 * The search for customers, lines and renewals.
 *
 * @param typed what was searched for
 * @param hint where else to look
 * @param found empty before a search, else one table for each kind of thing that was found
 */
public record SearchPage(
        Shown headline, String typed, Optional<Shown> problem, Optional<Shown> hint, List<Part> found) {

    /** Things of one kind. */
    public record Part(Shown title, Table table) {}

    /** Before a search. */
    public static SearchPage empty(Words w) {
        return new SearchPage(w.h("console.search"), "", Optional.empty(), Optional.empty(), List.of());
    }

    /** After something that cannot be searched for. */
    public static SearchPage problem(Words w, String typed) {
        return new SearchPage(
                w.h("console.search"), typed, Optional.of(w.h("console.search.problem")), Optional.empty(), List.of());
    }

    /** After a search. */
    public static SearchPage found(Words w, String typed, Optional<Shown> hint, List<Part> parts) {
        var some = parts.stream().filter(part -> !part.table().rows().isEmpty()).toList();
        int hits = some.stream().mapToInt(part -> part.table().rows().size()).sum();
        var headline = hits == 0 ? w.h("console.search.none") : w.h("console.search.some", "n", hits);
        return new SearchPage(headline, typed, Optional.empty(), hint, some);
    }
}

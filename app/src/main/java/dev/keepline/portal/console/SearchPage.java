package dev.keepline.portal.console;

import dev.keepline.portal.console.DeskPage.Table;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.util.Optional;

/**
 * The search for customers and lines.
 *
 * @param typed what was searched for
 * @param found empty before a search
 */
public record SearchPage(Shown headline, String typed, Optional<Shown> problem, Optional<Table> found) {

    /** Before a search. */
    public static SearchPage empty(Words w) {
        return new SearchPage(w.h("console.search"), "", Optional.empty(), Optional.empty());
    }

    /** After something that cannot be searched for. */
    public static SearchPage problem(Words w, String typed) {
        return new SearchPage(
                w.h("console.search"), typed, Optional.of(w.h("console.search.problem")), Optional.empty());
    }

    /** After a search. */
    public static SearchPage found(Words w, String typed, Table table) {
        int hits = table.rows().size();
        var headline = hits == 0 ? w.h("console.search.none") : w.h("console.search.some", "n", hits);
        return new SearchPage(headline, typed, Optional.empty(), Optional.of(table));
    }
}

package dev.keepline.portal.imports;

import dev.keepline.portal.console.DeskPage.Table;
import dev.keepline.portal.words.Shown;
import java.util.List;
import java.util.Optional;

/**
 * The lines that the operator brought along, filtered.
 *
 * @param pages the way to the other pages; empty where one is enough
 */
public record LinesListPage(
        Shown headline, List<Choice> files, List<Choice> states, Table table, Optional<Pager> pages) {

    /** A value of a filter. */
    public record Choice(String value, String text, boolean chosen) {}

    /** @param said which lines these are of how many */
    public record Pager(Shown said, Optional<String> before, Optional<String> after) {}
}

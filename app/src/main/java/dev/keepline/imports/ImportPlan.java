package dev.keepline.imports;

import java.util.List;
import java.util.Optional;

/**
 * What importing a checked file would do, as things stand now.
 *
 * @param changes the first of what changes of lines that are there
 */
public record ImportPlan(ImportView.Counts counts, List<Change> changes) {

    public ImportPlan {
        changes = List.copyOf(changes);
    }

    /**
     * One field of a line that is replaced.
     *
     * @param line of the file
     * @param field the header of its column
     */
    public record Change(int line, String reference, String field, Optional<String> was, Optional<String> becomes) {}
}

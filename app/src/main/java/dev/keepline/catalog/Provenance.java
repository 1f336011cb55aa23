package dev.keepline.catalog;

import java.util.List;
import java.util.Optional;

/**
 * Where a figure comes from.
 *
 * @param sources pages or records, the most telling first
 * @param date the date the source gives itself; empty for an undated one
 * @param note what a careful reader must know beside it, in English; may be empty
 */
public record Provenance(List<String> sources, Optional<SourceDate> date, Confidence confidence, String note) {

    public Provenance {
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a source is needed");
        }
    }
}

package dev.keepline.catalog.yaml;

import dev.keepline.catalog.Confidence;
import dev.keepline.catalog.Provenance;
import dev.keepline.catalog.SourceDate;

/** The keys {@code source}, {@code source_date}, {@code confidence} and {@code note}, which every figure has. */
final class ProvenanceReader {

    private ProvenanceReader() {}

    static Provenance read(YamlMap map) {
        return map.made(() -> new Provenance(
                map.values("source", Scalars::text),
                map.optional("source_date", SourceDate::new),
                map.value("confidence", Scalars.oneOf(Confidence.class)),
                map.optional("note", Scalars::text).orElse("")));
    }
}

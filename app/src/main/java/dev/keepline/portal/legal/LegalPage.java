package dev.keepline.portal.legal;

import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Terms or privacy notice.
 *
 * @param kind terms or privacy
 * @param version names the text, as an acceptance does
 * @param unchecked said until the operator has had it checked
 */
public record LegalPage(String kind, Shown version, Optional<Shown> unchecked, List<Part> parts) {

    /** Under a heading of its own. */
    public record Part(Shown title, List<Shown> paragraphs) {}

    /** @param operator who sells the service and answers for the text */
    static LegalPage of(String kind, String version, Optional<Shown> unchecked, String operator, Words w) {
        var key = "legal." + kind + ".";
        var parts = new ArrayList<Part>();
        for (int i = 1; w.has(key + i + ".title"); i++) {
            var paragraphs = new ArrayList<Shown>();
            for (int j = 1; w.has(key + i + "." + j); j++) {
                paragraphs.add(w.h(key + i + "." + j, "operator", operator));
            }
            parts.add(new Part(w.h(key + i + ".title"), paragraphs));
        }
        return new LegalPage(kind, w.h("legal.version", "version", version), unchecked, List.copyOf(parts));
    }
}

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

    /**
     * Who sells the service and answers for the text.
     *
     * @param contact how to reach them without an account; empty where they name nothing
     */
    record Seller(String operator, String contact) {}

    static LegalPage of(String kind, String version, Optional<Shown> unchecked, Seller seller, Words w) {
        var key = "legal." + kind + ".";
        var parts = new ArrayList<Part>();
        for (int i = 1; w.has(key + i + ".title"); i++) {
            var paragraphs = new ArrayList<Shown>();
            for (int j = 1; w.has(key + i + "." + j); j++) {
                paragraphs.add(w.h(key + i + "." + j, "operator", seller.operator()));
            }
            if (w.has(key + i + ".contact") && !seller.contact().isEmpty()) {
                paragraphs.add(w.h(key + i + ".contact", "operator", seller.operator(), "contact", seller.contact()));
            }
            parts.add(new Part(w.h(key + i + ".title"), paragraphs));
        }
        return new LegalPage(kind, w.h("legal.version", "version", version), unchecked, List.copyOf(parts));
    }
}

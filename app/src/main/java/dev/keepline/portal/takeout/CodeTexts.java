package dev.keepline.portal.takeout;

import dev.keepline.catalog.Catalogue;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What stands as a code in a record, in words; by its column, and by its table where one column means several things. */
final class CodeTexts {

    private static final Set<String> OFFERINGS = Set.of("offering", "plan", "plan_before");

    private final Words words;
    private final Catalogue catalogue;

    CodeTexts(Words words, Catalogue catalogue) {
        this.words = words;
        this.catalogue = catalogue;
    }

    /** In words; empty where there are none. */
    Optional<Shown> of(String table, String column, String value) {
        if (OFFERINGS.contains(column)) {
            return Optional.of(offering(value));
        }
        var key = key(table, column, value);
        return words.has(key) ? Optional.of(words.h(key)) : Optional.empty();
    }

    private String key(String table, String column, String value) {
        var place = table + "." + column;
        return switch (column) {
            case "carrier" -> "carrier." + value;
            case "language", "page_language" -> "takeout.language." + (value.startsWith("zh") ? "zh-CN" : "en");
            case "command", "question" -> "asked." + value;
            case "said" -> "said." + value;
            case "gateway" -> "counterpart." + value;
            case "stage_name" -> "takeout.stage." + value;
            case "debit", "credit", "code" -> "takeout.v." + value.replaceFirst(":.*", "");
            case "reason" -> "console.end." + value;
            case "action" -> "action." + value;
            case "zone" -> "zone." + value.replace('/', '.');
            default ->
                switch (place) {
                    case "conversation.state" -> "support.turn." + value;
                    case "support_case.kind" -> "case." + value;
                    case "staff_action.outcome" -> "outcome." + value;
                    default -> "takeout.v." + value;
                };
        };
    }

    /** Its name in the reader's language; of one that is sold no more, what was kept. */
    private Shown offering(String id) {
        return Shown.text(catalogue.offerings().stream()
                .filter(offering -> offering.id().value().equals(id))
                .map(offering -> offering.name()
                        .in(Locale.forLanguageTag(words.language().tag())))
                .findFirst()
                .orElse(id));
    }
}

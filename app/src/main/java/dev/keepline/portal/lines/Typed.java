package dev.keepline.portal.lines;

import dev.keepline.portal.words.Shown;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody typed into a form, kept as typed, and what is wrong with it.
 *
 * @param values by the name of the field
 * @param problems by the name of the field; under an empty name what concerns the whole form
 */
public record Typed(Map<String, String> values, Map<String, Shown> problems) {

    /** Nothing typed, nothing wrong. */
    public static final Typed NOTHING = new Typed(Map.of(), Map.of());

    public Typed {
        values = Map.copyOf(values);
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }

    /** As it was typed; empty when nothing was. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with a field. */
    public Optional<Shown> problem(String field) {
        return Optional.ofNullable(problems.get(field));
    }

    /** What is wrong with the whole form. */
    public Optional<Shown> problem() {
        return problem("");
    }

    /** Whether this field is the first that is wrong: there the page opens. */
    public boolean first(String field) {
        return problems.keySet().stream().findFirst().filter(field::equals).isPresent();
    }

    public boolean good() {
        return problems.isEmpty();
    }
}

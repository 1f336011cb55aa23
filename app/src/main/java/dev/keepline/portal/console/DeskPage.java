package dev.keepline.portal.console;

import dev.keepline.portal.support.ConversationPage.Said;
import dev.keepline.portal.support.Draft;
import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of the operator: sheets below each other.
 *
 * @param here the part of the console it belongs to, for its navigation
 * @param notice what came of the last click
 */
public record DeskPage(String here, Shown headline, Optional<Shown> intro, Optional<Shown> notice, List<Sheet> sheets) {

    /** One sheet: what it shows, in this order; what is empty is left out. */
    public record Sheet(Shown title, List<Shown> notes, List<Fact> facts, Optional<Table> table, Talk talk) {

        /** Only facts. */
        public static Sheet facts(Shown title, List<Fact> facts) {
            return new Sheet(title, List.of(), facts, Optional.empty(), Talk.NONE);
        }

        /** Only a table, or a sentence where there is nothing in it. */
        public static Sheet table(Shown title, Table table, Shown otherwise) {
            return table.rows().isEmpty()
                    ? notes(title, List.of(otherwise))
                    : new Sheet(title, List.of(), List.of(), Optional.of(table), Talk.NONE);
        }

        /** Only sentences. */
        public static Sheet notes(Shown title, List<Shown> notes) {
            return new Sheet(title, notes, List.of(), Optional.empty(), Talk.NONE);
        }

        /** Sentences and what can be done. */
        public static Sheet acts(Shown title, List<Shown> notes, List<Act> acts) {
            return new Sheet(title, notes, List.of(), Optional.empty(), new Talk(List.of(), acts));
        }
    }

    /** What was written, and forms. */
    public record Talk(List<Said> said, List<Act> acts) {
        /** Nothing. */
        public static final Talk NONE = new Talk(List.of(), List.of());
    }

    /** @param heads of the columns */
    public record Table(List<String> heads, List<List<Cell>> rows) {}

    /**
     * A cell; the first of its row names the row.
     *
     * @param small below it
     * @param path where it leads
     */
    public record Cell(Shown text, Optional<String> small, Optional<String> path) {
        /** Plain. */
        public static Cell of(Shown text) {
            return new Cell(text, Optional.empty(), Optional.empty());
        }

        /** Plain, as it is. */
        public static Cell of(String text) {
            return of(Shown.text(text));
        }

        /** It leads somewhere. */
        public static Cell link(Shown text, String path) {
            return new Cell(text, Optional.empty(), Optional.of(path));
        }

        /** With something smaller below it. */
        public Cell with(String below) {
            return new Cell(text, Optional.of(below).filter(some -> !some.isEmpty()), path);
        }
    }

    /**
     * A form with one button.
     *
     * @param label of its text field; empty where it has none
     * @param draft the field's contents; its key tells one sending from the next
     * @param reference a line of its own above the text field
     */
    public record Act(
            String action,
            Shown button,
            Optional<String> label,
            Draft draft,
            Map<String, String> hidden,
            Optional<Reference> reference) {

        /** Without a line of its own. */
        public Act(String action, Shown button, Optional<String> label, Draft draft, Map<String, String> hidden) {
            this(action, button, label, draft, hidden, Optional.empty());
        }

        /** The same with a line for a reference. */
        public Act with(Reference line) {
            return new Act(action, button, label, draft, hidden, Optional.of(line));
        }
    }

    /** A line for somebody else's name of a thing, and what stands in it. */
    public record Reference(String label, String text) {}
}

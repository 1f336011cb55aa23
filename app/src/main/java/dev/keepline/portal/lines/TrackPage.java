package dev.keepline.portal.lines;

import dev.keepline.portal.words.Shown;
import java.util.List;
import java.util.Optional;

/**
 * The form of a tracked line: its number first, then what else is known of it.
 *
 * @param action where the form is sent
 * @param back the page it came from
 * @param stage how much of the form is shown
 * @param detected what was found out about the carrier
 */
public record TrackPage(
        String action, String back, Shown title, Stage stage, Optional<Shown> detected, Lists lists, Typed typed) {

    /** How much of the form is shown. */
    public enum Stage {
        /** Only the number. */
        NUMBER,
        /** All of it, for a new line. */
        ADD,
        /** What can be corrected of a tracked line. */
        EDIT,
        /** Only the name, for a line that the operator looks after. */
        RENAME,
        /** Name and last day, for such a line at a carrier that nobody can read. */
        DATE;

        /** Whether the line is new. */
        public boolean fresh() {
            return this == NUMBER || this == ADD;
        }

        /** Whether everything about the line is asked. */
        public boolean whole() {
            return this == ADD || this == EDIT;
        }

        /** Whether its last day is asked. */
        public boolean dated() {
            return whole() || this == DATE;
        }
    }

    /** @param name as readers see it */
    public record Choice(String value, String name) {}

    /** Plans of one carrier. */
    public record Group(String name, List<Choice> choices) {}

    /** What can be chosen. */
    public record Lists(List<Choice> carriers, List<Group> plans, List<Choice> states, List<Choice> zones) {}
}

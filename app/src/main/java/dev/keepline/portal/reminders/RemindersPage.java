package dev.keepline.portal.reminders;

import dev.keepline.portal.words.Shown;
import java.util.List;
import java.util.Optional;

/** Which reminders somebody gets, and what will be sent when. */
public record RemindersPage(Shown headline, List<Choice> choices, List<LinePlan> lines) {

    /** @param kind a name of {@code Reminder.Kind} */
    public record Choice(String kind, Shown name, boolean wanted) {}

    /**
     * The letters about one line that are still to come.
     *
     * @param line its id
     * @param nothing why there are none
     * @param on whether reminders of this line are sent at all
     */
    public record LinePlan(String line, Shown name, List<Planned> planned, Optional<Shown> nothing, boolean on) {}

    /** One letter. */
    public record Planned(Shown when, Shown what) {}
}

package dev.keepline.portal.lines;

import dev.keepline.portal.reminders.RemindersPage;
import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import java.util.List;
import java.util.Optional;

/**
 * One line.
 *
 * @param underway the page of a renewal that is not over
 * @param advice what can still be tried, for a line that is lost
 * @param activity renewals, newest first
 * @param tracked whether the subscriber keeps track of it alone, and so may correct and remove it
 * @param byWord whether the subscriber’s word counts for its dates
 * @param reminders letters that are still to come
 * @param credited what we added last to a balance that nobody can read
 * @param times in which zone it is told when something happened
 * @param paid stretches of validity that were paid for, newest first
 */
public record LinePage(
        LineText line,
        Shown headline,
        Optional<String> underway,
        List<Shown> advice,
        List<Fact> facts,
        List<Activity> activity,
        RefreshText refresh,
        List<Paid> paid,
        RemindersPage.LinePlan reminders,
        boolean tracked,
        boolean byWord,
        Optional<Shown> credited,
        Shown times) {

    /**
     * A stretch that was paid for.
     *
     * @param until its last day, or what became of it
     * @param path of what it came from; empty where there is no page
     */
    public record Paid(Shown what, Shown until, SourceText source, String path) {}

    public record Activity(Shown when, String path, Shown what, Shown state, Shown amount) {}
}

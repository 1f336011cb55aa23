package dev.keepline.portal.reminders;

import dev.keepline.kernel.Msisdn;
import dev.keepline.lines.Line;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.reminders.Reminder;
import dev.keepline.reminders.Reminder.Kind;
import dev.keepline.reminders.ReminderRules;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts words to reminders that are still to come. */
public final class ReminderTexts {

    private final Words w;
    private final Optional<ZoneId> reader;

    /** For a page that speaks in each line's zone. */
    public ReminderTexts(Words words) {
        this(words, Optional.empty());
    }

    /** @param reader whose own time is said too, where it differs */
    public ReminderTexts(Words words, ZoneId reader) {
        this(words, Optional.of(reader));
    }

    private ReminderTexts(Words words, Optional<ZoneId> reader) {
        this.w = words;
        this.reader = reader;
    }

    /**
     * A line and the letters about it.
     *
     * @param silent whether its reminders are off
     */
    public record Planned(Line line, List<Reminder> reminders, boolean silent) {}

    /** What somebody gets. */
    public RemindersPage page(Set<Kind> wanted, List<Planned> lines) {
        var choices = Stream.of(Kind.values())
                .map(kind ->
                        new RemindersPage.Choice(kind.name(), w.h("reminders.kind." + kind), wanted.contains(kind)))
                .toList();
        return new RemindersPage(
                w.h(wanted.isEmpty() ? "reminders.off" : "reminders.on"),
                choices,
                lines.stream().map(planned -> line(planned, wanted)).toList());
    }

    /** What will be sent about one line. */
    public RemindersPage.LinePlan line(Planned planned, Set<Kind> wanted) {
        var line = planned.line();
        var rows = planned.reminders().stream()
                .map(reminder -> new RemindersPage.Planned(when(reminder, line), what(reminder)))
                .toList();
        Optional<Shown> nothing =
                rows.isEmpty() ? Optional.of(w.h(nothing(planned.silent(), wanted))) : Optional.empty();
        return new RemindersPage.LinePlan(line.id().toString(), name(line), rows, nothing, !planned.silent());
    }

    private static String nothing(boolean silent, Set<Kind> wanted) {
        if (silent) {
            return "reminders.none.line";
        }
        return wanted.isEmpty() ? "reminders.none.off" : "reminders.none";
    }

    private Shown when(Reminder reminder, Line line) {
        var from = reminder.on().atTime(ReminderRules.FROM).atZone(line.home().zone());
        var there = reader.filter(
                zone -> !zone.getRules().getOffset(from.toInstant()).equals(from.getOffset()));
        if (there.isPresent()) {
            return w.h(
                    "reminders.when.both",
                    "day",
                    w.date(reminder.on()),
                    "time",
                    w.time(from.toInstant(), line.home().zone()),
                    "zone",
                    w.zone(line.home().zone()),
                    "there",
                    w.elsewhere(from.toInstant(), line.home().zone(), there.get()),
                    "reader",
                    w.zone(there.get()));
        }
        return w.h(
                "reminders.when",
                "day",
                w.date(reminder.on()),
                "time",
                w.time(from.toInstant(), line.home().zone()),
                "zone",
                w.zone(line.home().zone()));
    }

    private Shown what(Reminder reminder) {
        return reminder.step() == 0
                ? w.h("reminders.last." + reminder.kind())
                : w.h("reminders.before." + reminder.kind(), "n", reminder.step());
    }

    /** How letters and this page call a line: its number, else what its owner calls it. */
    Shown name(Line line) {
        var who = line.identity();
        return who.msisdn()
                .map(Msisdn::national)
                .map(Shown::unbroken)
                .orElseGet(() -> Shown.text(
                        who.label().isBlank()
                                ? who.iccid().map(Object::toString).orElse("")
                                : who.label()));
    }
}

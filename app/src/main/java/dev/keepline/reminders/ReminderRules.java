package dev.keepline.reminders;

import dev.keepline.catalog.Clocks;
import dev.keepline.catalog.OnDate;
import dev.keepline.reminders.Reminder.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When which letter goes out. Days are the line's own; a range counts by its earliest day; what is not known is reminded of
 * by nothing. Pure.
 */
public final class ReminderRules {

    /** The hour letters go out at, where the line lives. */
    public static final LocalTime FROM = LocalTime.of(10, 0);

    /** Later than this none goes out on that day: whoever was kept from sending writes tomorrow, with what is true then. */
    public static final LocalTime UNTIL = LocalTime.of(20, 0);

    private static final List<Integer> SERVICE = List.of(7, 3, 1, 0);
    private static final List<Integer> NUMBER = List.of(14, 7, 3, 1, 0);

    /** The most urgent first: fewest days left, and the number before the service. */
    private static final Comparator<Reminder> URGENT =
            Comparator.comparing(Reminder::lastDay).thenComparing(Reminder::kind, Comparator.reverseOrder());

    private ReminderRules() {}

    /** Every letter that is still to come, the next first, as far as the dates are known. */
    public static List<Reminder> plan(Clocks clocks, Set<Kind> wanted, LocalDate today) {
        var all = new ArrayList<Reminder>();
        for (var kind : wanted) {
            lastDay(clocks, kind)
                    .ifPresent(day -> steps(kind).stream()
                            .map(step -> new Reminder(kind, day, step))
                            .filter(reminder -> !reminder.on().isBefore(today))
                            .forEach(all::add));
        }
        all.sort(Comparator.comparing(Reminder::on).thenComparing(URGENT));
        return List.copyOf(all);
    }

    /**
     * What may go out now, the most urgent first: of each kind the latest step that was reached. One that was missed, or a
     * date that became known late, is made up for; what is over is not.
     */
    public static List<Reminder> due(Clocks clocks, Set<Kind> wanted, Instant now, ZoneId zone) {
        var local = now.atZone(zone);
        if (local.toLocalTime().isBefore(FROM) || !local.toLocalTime().isBefore(UNTIL)) {
            return List.of();
        }
        return wanted.stream()
                .flatMap(kind -> lastDay(clocks, kind).flatMap(day -> reached(kind, day, local.toLocalDate())).stream())
                .sorted(URGENT)
                .toList();
    }

    private static Optional<Reminder> reached(Kind kind, LocalDate lastDay, LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, lastDay);
        return steps(kind).stream()
                .filter(step -> left >= 0 && left <= step)
                .min(Comparator.naturalOrder())
                .map(step -> new Reminder(kind, lastDay, step));
    }

    /** When to look at a line again: as the next day's letters may go out. A clock change moves the hour, never the day. */
    public static Instant nextLook(Instant now, ZoneId zone) {
        var local = now.atZone(zone);
        var today = local.toLocalDate().atTime(FROM).atZone(zone);
        return (today.isAfter(local)
                        ? today
                        : local.toLocalDate().plusDays(1).atTime(FROM).atZone(zone))
                .toInstant();
    }

    /** The last day before the clock's date; empty where nobody knows it. */
    public static Optional<LocalDate> lastDay(Clocks clocks, Kind kind) {
        OnDate first = kind == Kind.SERVICE ? clocks.serviceEndsOn() : clocks.numberLostOn();
        return first.earliest().map(day -> day.minusDays(1));
    }

    private static List<Integer> steps(Kind kind) {
        return kind == Kind.SERVICE ? SERVICE : NUMBER;
    }
}

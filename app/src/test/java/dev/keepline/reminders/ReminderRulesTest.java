package dev.keepline.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.Clocks;
import dev.keepline.catalog.LifeState;
import dev.keepline.catalog.OnDate;
import dev.keepline.reminders.Reminder.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReminderRulesTest {

    private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** The first day without service is 10 December, so that 9 December is the last with it. */
    private static final LocalDate ENDS = LocalDate.of(2026, 12, 10);

    private static final Clocks SERVICE_ONLY = clocks(new OnDate.Known(ENDS), new OnDate.Unknown());

    @Test
    void letters_are_planned_seven_three_and_one_days_before_the_last_day_and_on_it() {
        assertThat(ReminderRules.plan(SERVICE_ONLY, ALL, LocalDate.of(2026, 11, 25)))
                .extracting(Reminder::on)
                .containsExactly(day(2), day(6), day(8), day(9));
        assertThat(ReminderRules.plan(SERVICE_ONLY, ALL, day(7)))
                .extracting(Reminder::step)
                .containsExactly(1, 0);
        assertThat(ReminderRules.plan(SERVICE_ONLY, ALL, day(10))).isEmpty();
    }

    @Test
    void a_range_counts_by_its_earliest_day_and_what_nobody_knows_is_reminded_of_by_nothing() {
        var range = clocks(new OnDate.Unknown(), new OnDate.Range(ENDS, Optional.empty()));
        assertThat(ReminderRules.plan(range, ALL, LocalDate.of(2026, 11, 20)))
                .extracting(Reminder::on)
                .containsExactly(LocalDate.of(2026, 11, 25), day(2), day(6), day(8), day(9));
        var nothing = clocks(new OnDate.Unknown(), new OnDate.Unknown());
        assertThat(ReminderRules.plan(nothing, ALL, day(1))).isEmpty();
        assertThat(ReminderRules.due(nothing, ALL, at(9, "10:00"), NEW_YORK)).isEmpty();
    }

    @Test
    void a_letter_goes_out_from_ten_to_eight_where_the_line_lives() {
        assertThat(due(2, "09:59")).isEmpty();
        assertThat(due(2, "10:00")).containsExactly(new Reminder(Kind.SERVICE, day(9), 7));
        assertThat(due(2, "19:59")).hasSize(1);
        assertThat(due(2, "20:00")).isEmpty();
        assertThat(due(1, "12:00")).isEmpty();
    }

    @Test
    void what_was_missed_is_made_up_for_until_the_next_one_and_not_when_it_is_over() {
        assertThat(due(4, "12:00")).containsExactly(new Reminder(Kind.SERVICE, day(9), 7));
        assertThat(due(6, "12:00")).containsExactly(new Reminder(Kind.SERVICE, day(9), 3));
        assertThat(due(9, "12:00")).containsExactly(new Reminder(Kind.SERVICE, day(9), 0));
        assertThat(due(10, "12:00")).isEmpty();
    }

    @Test
    void the_most_urgent_comes_first_and_what_is_not_wanted_not_at_all() {
        var both = clocks(new OnDate.Known(ENDS), new OnDate.Known(ENDS.plusDays(1)));
        var now = at(8, "11:00");
        assertThat(ReminderRules.due(both, ALL, now, NEW_YORK))
                .extracting(Reminder::kind)
                .containsExactly(Kind.SERVICE, Kind.NUMBER);
        assertThat(ReminderRules.due(both, EnumSet.of(Kind.NUMBER), now, NEW_YORK))
                .extracting(Reminder::kind)
                .containsExactly(Kind.NUMBER);
        assertThat(ReminderRules.due(both, EnumSet.noneOf(Kind.class), now, NEW_YORK))
                .isEmpty();
    }

    /** Looking only when told to, for the three weeks before, every planned letter is sent once and on its day. */
    @Property(tries = 400)
    void in_every_zone_and_over_every_clock_change_each_letter_goes_out_once_and_on_its_day(
            @ForAll("zones") ZoneId zone, @ForAll("days") LocalDate ends, @ForAll @IntRange(max = 86_399) int second) {
        var clocks = clocks(new OnDate.Known(ends), new OnDate.Known(ends.plusDays(30)));
        var sent = new HashSet<Reminder>();
        var now = ends.minusDays(20)
                .atTime(LocalTime.ofSecondOfDay(second))
                .atZone(zone)
                .toInstant();
        var stop = ends.plusDays(31).atStartOfDay(zone).toInstant();
        var planned = ReminderRules.plan(clocks, ALL, ends.minusDays(19));
        while (now.isBefore(stop)) {
            for (var reminder : ReminderRules.due(clocks, ALL, now, zone)) {
                if (sent.add(reminder)) {
                    assertThat(now.atZone(zone).toLocalDate()).isEqualTo(reminder.on());
                    assertThat(now.atZone(zone).toLocalTime()).isBetween(ReminderRules.FROM, ReminderRules.UNTIL);
                }
            }
            var next = ReminderRules.nextLook(now, zone);
            assertThat(Duration.between(now, next)).isBetween(Duration.ofNanos(1), Duration.ofHours(50));
            now = next;
        }
        assertThat(sent).containsExactlyInAnyOrderElementsOf(planned).hasSize(9);
    }

    /** A server that was away for days sends the latest step it missed, and nothing about what is over. */
    @Property(tries = 300)
    void whoever_was_away_writes_what_is_true_then(
            @ForAll("days") LocalDate ends, @ForAll @IntRange(min = -5, max = 25) int daysBefore) {
        var now = ends.minusDays(daysBefore).atTime(12, 0).atZone(NEW_YORK).toInstant();
        var due = ReminderRules.due(clocks(new OnDate.Known(ends), new OnDate.Unknown()), ALL, now, NEW_YORK);
        int left = daysBefore - 1;
        if (left < 0 || left > 7) {
            assertThat(due).isEmpty();
        } else {
            assertThat(due).singleElement().satisfies(r -> assertThat(r.step()).isGreaterThanOrEqualTo(left));
        }
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds()).map(ZoneId::of);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2024, 1, 1).toEpochDay(),
                        LocalDate.of(2040, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static List<Reminder> due(int day, String time) {
        return ReminderRules.due(SERVICE_ONLY, ALL, at(day, time), NEW_YORK);
    }

    private static Instant at(int day, String time) {
        return day(day).atTime(LocalTime.parse(time)).atZone(NEW_YORK).toInstant();
    }

    private static LocalDate day(int december) {
        return LocalDate.of(2026, 12, december);
    }

    private static Clocks clocks(OnDate service, OnDate number) {
        return new Clocks(ENDS.minusDays(15), LifeState.FINE, service, number, Optional.empty());
    }
}

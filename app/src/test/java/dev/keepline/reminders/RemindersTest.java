package dev.keepline.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.Snapshot;
import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.LapseRules;
import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.database.PostgresTest;
import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.Recipient;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.lines.ClockRules;
import dev.keepline.lines.Line;
import dev.keepline.lines.Management;
import dev.keepline.notifications.Letter;
import dev.keepline.notifications.mail.MailWorld;
import dev.keepline.reminders.Reminder.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reminders on PostgreSQL: once each, one a day, ended by their reader. */
class RemindersTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate ENDS = LocalDate.of(2026, 12, 10);

    private final AccountId account = postgres.account();
    private final Recipient reader =
            new Recipient(account, EmailAddress.parse("ann@example.com").orElseThrow(), "zh-CN");
    private final ReminderRows rows = new ReminderRows(postgres.jdbc());
    private final ReminderChoices choices = new ReminderChoices(rows, postgres.transactions());
    private final ClockRules clocks =
            new ClockRules(new Catalogue(List.of(), List.of()), new LapseRules(List.of(), List.of()));
    private final ReminderPlans plans = new ReminderPlans(rows, choices, clocks, postgres.transactions());
    private final Reminders reminders = new Reminders(
            rows,
            choices,
            clocks,
            postgres.transactions(),
            new Reminders.Post(new MailWorld(postgres, 25).outbox(), (to, about) -> letter(to, about)));

    @Test
    void each_goes_out_once_however_often_and_by_how_many_it_is_looked_for() throws Exception {
        var line = line(ENDS);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> tries = IntStream.range(0, 16)
                    .mapToObj(i -> workers.submit(() -> reminders.send(reader, line, at(2, "10:00"))))
                    .toList();
            int sent = 0;
            for (var one : tries) {
                sent += one.get() ? 1 : 0;
            }
            assertThat(sent).isEqualTo(1);
        }
        assertThat(reminders.send(reader, line, at(3, "10:00"))).isFalse();
        assertThat(reminders.send(reader, line, at(6, "10:00"))).isTrue();
        assertThat(letters()).isEqualTo(2);
        assertThat(plans.plan(line, at(6, "11:00"))).extracting(Reminder::step).containsExactly(1, 0);
    }

    @Test
    void a_date_that_moves_within_the_day_brings_no_second_letter_on_it() {
        var first = line(ENDS);
        assertThat(reminders.send(reader, first, at(2, "10:00"))).isTrue();
        var moved = line(first.id(), ENDS.minusDays(1));
        assertThat(reminders.send(reader, moved, at(2, "15:00"))).isFalse();
        assertThat(reminders.send(reader, moved, at(3, "10:00"))).isTrue();
        assertThat(letters()).isEqualTo(2);
    }

    @Test
    void a_kind_is_ended_by_its_token_and_begun_again() {
        var line = line(ENDS);
        var token = choices.token(account, Kind.SERVICE, at(1, "10:00"));
        assertThat(choices.byToken(token)).hasValue(new ReminderChoices.Choice(account, Kind.SERVICE, true));
        choices.choose(account, Kind.SERVICE, false, at(1, "10:00"));
        assertThat(choices.wanted(account)).isEqualTo(Set.of(Kind.NUMBER));
        assertThat(plans.plan(line, at(1, "10:00"))).isEmpty();
        assertThat(reminders.send(reader, line, at(2, "10:00"))).isFalse();
        choices.choose(account, Kind.SERVICE, true, at(2, "11:00"));
        assertThat(reminders.send(reader, line, at(2, "12:00"))).isTrue();
        assertThat(choices.byToken(UUID.randomUUID())).isEmpty();
    }

    @Test
    void one_line_is_silenced_while_another_goes_on_and_what_is_shown_follows() {
        var silent = line(ENDS);
        var other = line(ENDS);
        choices.chooseLine(account, silent.id(), false, at(1, "10:00"));
        choices.chooseLine(account, silent.id(), false, at(1, "10:01"));

        assertThat(choices.silent(account)).containsExactly(silent.id());
        assertThat(plans.plan(silent, at(1, "10:00"))).isEmpty();
        assertThat(plans.plan(other, at(1, "10:00"))).isNotEmpty();
        assertThat(reminders.send(reader, silent, at(2, "10:00"))).isFalse();
        assertThat(reminders.send(reader, other, at(2, "10:00"))).isTrue();

        choices.chooseLine(account, silent.id(), true, at(2, "11:00"));
        assertThat(choices.silent(account)).isEmpty();
        assertThat(reminders.send(reader, silent, at(2, "12:00"))).isTrue();
    }

    private static Letter letter(Recipient to, ReminderLetters.About about) {
        return new Letter(
                new Letter.Envelope(to.email().value(), Locale.forLanguageTag(to.language()), Optional.empty()),
                about.reminder().toString(),
                new Letter.Body(List.of("x"), Optional.empty(), List.of()));
    }

    private long letters() {
        return postgres.owner()
                .sql("select count(*) from letter where account_id = ?")
                .param(account.value())
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private Line line(LocalDate ends) {
        return line(new LineId(UUID.randomUUID()), ends);
    }

    private Line line(LineId id, LocalDate ends) {
        var identity = new Line.Identity("nobody", "Mum", Optional.empty(), Optional.empty(), Management.TRACKED);
        var stated = Optional.of(new Line.Dated(ends, Instant.parse("2026-11-25T10:00:00Z")));
        var dates = new Line.Dates(Optional.<Snapshot>empty(), Optional.empty(), Optional.empty(), stated);
        return new Line(
                account, id, identity, new Line.Home(new PlaceOfUse("NY", "10001"), ZONE), Optional.empty(), dates, 1);
    }

    private static Instant at(int day, String time) {
        return LocalDate.of(2026, 12, day)
                .atTime(LocalTime.parse(time))
                .atZone(ZONE)
                .toInstant();
    }
}

package dev.keepline.reminders;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.reminders.Reminder.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of reminders and of choices. Runs inside the caller's transaction. */
@Repository
class ReminderRows {

    private final JdbcClient jdbc;

    ReminderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when it went out before, or another of that line did today. */
    boolean take(AccountId account, LineId line, Reminder reminder, LocalDate today, Instant now) {
        return jdbc.sql("""
                insert into reminder (account_id, line_id, kind, last_day, step, sent_on, sent_at)
                values (:account, :line, :kind, :lastDay, :step, :today, :now)
                on conflict do nothing
                """)
                        .param("account", account.value())
                        .param("line", line.value())
                        .param("kind", reminder.kind().name())
                        .param("lastDay", reminder.lastDay())
                        .param("step", reminder.step())
                        .param("today", today)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** What went out about a line. */
    List<Reminder> sent(AccountId account, LineId line) {
        return jdbc.sql("""
                select kind, last_day, step from reminder
                 where account_id = :account and line_id = :line order by sent_at desc limit 100
                """)
                .param("account", account.value())
                .param("line", line.value())
                .query(ReminderRows::reminder)
                .list();
    }

    List<Kind> unwanted(AccountId account) {
        return jdbc.sql("select kind from reminder_choice where account_id = :account and not wanted")
                .param("account", account.value())
                .query((row, n) -> Kind.valueOf(row.getString(1)))
                .list();
    }

    void choose(AccountId account, Kind kind, boolean wanted, Instant now) {
        jdbc.sql("""
                insert into reminder_choice (account_id, kind, wanted, changed_at)
                values (:account, :kind, :wanted, :now)
                on conflict (account_id, kind) do update set wanted = excluded.wanted, changed_at = excluded.changed_at
                """)
                .param("account", account.value())
                .param("kind", kind.name())
                .param("wanted", wanted)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The lines of an account that nobody is reminded of. */
    Set<LineId> silent(AccountId account) {
        return jdbc.sql("select line_id from reminder_line_off where account_id = :account")
                .param("account", account.value())
                .query((row, n) -> new LineId(row.getObject(1, UUID.class)))
                .set();
    }

    void choose(AccountId account, LineId line, boolean wanted, Instant now) {
        var sql = wanted ? "delete from reminder_line_off where account_id = :account and line_id = :line" : """
                insert into reminder_line_off (account_id, line_id, changed_at) values (:account, :line, :now)
                on conflict do nothing""";
        jdbc.sql(sql)
                .param("account", account.value())
                .param("line", line.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    UUID token(AccountId account, Kind kind, Instant now) {
        jdbc.sql("""
                insert into reminder_choice (account_id, kind, changed_at) values (:account, :kind, :now)
                on conflict (account_id, kind) do nothing
                """)
                .param("account", account.value())
                .param("kind", kind.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select token from reminder_choice where account_id = :account and kind = :kind")
                .param("account", account.value())
                .param("kind", kind.name())
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
    }

    Optional<ReminderChoices.Choice> byToken(UUID token) {
        return jdbc.sql("select account_id, kind, wanted from reminder_choice where token = :token")
                .param("token", token)
                .query((row, n) -> new ReminderChoices.Choice(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        Kind.valueOf(row.getString("kind")),
                        row.getBoolean("wanted")))
                .optional();
    }

    /** Accounts that have lines and no job of that kind and key yet. */
    List<AccountId> without(String kind, String key, int limit) {
        return jdbc.sql("""
                select distinct l.account_id from line l
                 where not exists (select from job j
                                    where j.account_id = l.account_id and j.kind = :kind and j.key = :key)
                 limit :limit
                """)
                .param("kind", kind)
                .param("key", key)
                .param("limit", limit)
                .query((row, n) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }

    private static Reminder reminder(ResultSet row, int n) throws SQLException {
        return new Reminder(
                Kind.valueOf(row.getString("kind")), row.getObject("last_day", LocalDate.class), row.getInt("step"));
    }

    void erase(AccountId account) {
        for (var table : List.of("reminder", "reminder_choice", "reminder_line_off")) {
            jdbc.sql("delete from " + table + " where account_id = :account")
                    .param("account", account.value())
                    .update();
        }
    }
}

package dev.keepline.lines.store;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.lines.Refresh;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was asked of carriers about lines. Runs inside the caller's transaction. */
@Repository
public class RefreshRows {

    private final JdbcClient jdbc;

    public RefreshRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes that the carrier is to be asked.
     *
     * @return false when it was asked less than {@code wait} ago
     */
    public boolean ask(AccountId account, LineId line, Instant now, Duration wait) {
        return jdbc.sql("""
                        insert into line_refresh (account_id, line_id, asked_at) values (:account, :line, :now)
                        on conflict (account_id, line_id) do update
                           set asked_at = excluded.asked_at, answer = null, answered_at = null
                         where line_refresh.asked_at <= :before""")
                        .param("account", account.value())
                        .param("line", line.value())
                        .param("now", Timestamp.from(now))
                        .param("before", Timestamp.from(now.minus(wait)))
                        .update()
                > 0;
    }

    /** Notes what came of a question that was sent at {@code sentAt}. */
    public void answered(AccountId account, LineId line, Instant sentAt, Refresh.Answer answer) {
        jdbc.sql("""
                insert into line_refresh (account_id, line_id, asked_at, answer, answered_at)
                values (:account, :line, :sentAt, :answer, :at)
                on conflict (account_id, line_id) do update
                   set asked_at = greatest(line_refresh.asked_at, excluded.asked_at),
                       answer = excluded.answer, answered_at = excluded.answered_at""")
                .param("account", account.value())
                .param("line", line.value())
                .param("sentAt", Timestamp.from(sentAt))
                .param("answer", answer.result().name())
                .param("at", Timestamp.from(answer.at()))
                .update();
    }

    public Optional<Refresh> last(AccountId account, LineId line) {
        return jdbc.sql("""
                select asked_at, answer, answered_at from line_refresh
                 where account_id = :account and line_id = :line""")
                .param("account", account.value())
                .param("line", line.value())
                .query(RefreshRows::refresh)
                .optional();
    }

    /** A line that is to be read again. */
    public record Stale(AccountId account, LineId line) {}

    /**
     * The operator's own lines, of any account on this server, whose record is the oldest: a report, not part of any
     * account's work. One that did not answer is left alone for {@code retry}.
     */
    public List<Stale> stale(Collection<String> carriers, Instant readBefore, Instant retryBefore, int limit) {
        if (carriers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select l.account_id, l.line_id
                  from line l
                  left join line_reading r on r.account_id = l.account_id and r.line_id = l.line_id
                  left join line_refresh f on f.account_id = l.account_id and f.line_id = l.line_id
                 where l.management = 'MANAGED' and l.removed_at is null and l.iccid is not null and l.carrier in (:carriers)
                   and coalesce(r.read_at, '-infinity') < cast(:readBefore as timestamptz)
                   and coalesce(f.asked_at, '-infinity')
                       < case when f.answer = 'NO_RECORD' then cast(:readBefore as timestamptz)
                              else cast(:retryBefore as timestamptz) end
                 order by greatest(r.read_at, f.asked_at) nulls first
                 limit :limit""")
                .param("carriers", carriers)
                .param("readBefore", Timestamp.from(readBefore))
                .param("retryBefore", Timestamp.from(retryBefore))
                .param("limit", limit)
                .query((row, n) -> new Stale(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new LineId(row.getObject("line_id", UUID.class))))
                .list();
    }

    private static Refresh refresh(ResultSet row, int n) throws SQLException {
        String answer = row.getString("answer");
        OffsetDateTime at = row.getObject("answered_at", OffsetDateTime.class);
        return new Refresh(
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                answer == null || at == null
                        ? Optional.empty()
                        : Optional.of(new Refresh.Answer(Refresh.Result.valueOf(answer), at.toInstant())));
    }
}

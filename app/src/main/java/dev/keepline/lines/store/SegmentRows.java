package dev.keepline.lines.store;

import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.lines.Bought;
import dev.keepline.lines.Stretch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stretches of validity that were bought, each with what the line was before it: carriers take stretches back. Runs
 * inside the caller's transaction.
 */
@Repository
public class SegmentRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public SegmentRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Keeps a stretch with the plan and the end of service that the line has until now, as far as they were known before it
     * was ordered.
     *
     * @return false when it is there already
     */
    public boolean insert(AccountId account, Bought bought, Instant now) {
        var before = bought.records().before();
        var end = before.flatMap(Snapshot::expiresAt);
        return jdbc.sql("""
                insert into line_segment (account_id, line_id, renewal_id, segment, ends_on, booked_at,
                                          plan, plan_before, ends_before, ends_before_read_at)
                select l.account_id, l.line_id, :renewal, :segment, :endsOn, :now,
                       cast(:plan as text), case when cast(:plan as text) is not null then l.offering end,
                       coalesce(cast(:end as timestamptz), r.ends_at),
                       case when cast(:end as timestamptz) is null then r.ends_read_at
                            else cast(:beforeAt as timestamptz) end
                  from line l
                  left join line_reading r on r.account_id = l.account_id and r.line_id = l.line_id
                                          and r.ends_read_at <= cast(:beforeAt as timestamptz)
                 where l.account_id = :account and l.line_id = :line
                on conflict (account_id, line_id, renewal_id) do nothing""")
                        .param("account", account.value())
                        .param("line", bought.line().value())
                        .param("renewal", bought.renewal().value())
                        .param("segment", bought.segment())
                        .param("endsOn", bought.endsOn().orElse(null))
                        .param("now", Timestamp.from(now))
                        .param("plan", bought.plan().orElse(null))
                        .param("end", end.map(Timestamp::from).orElse(null))
                        .param(
                                "beforeAt",
                                before.map(Snapshot::readAt)
                                        .map(Timestamp::from)
                                        .orElse(null))
                        .update()
                == 1;
    }

    /** Newest first, those taken back among them. */
    public List<Stretch> all(AccountId account, LineId line) {
        return jdbc.sql("""
                select segment, renewal_id, ends_on, booked_at, revoked_at from line_segment
                 where account_id = :account and line_id = :line
                 order by booked_at desc, segment desc""")
                .param("account", account.value())
                .param("line", line.value())
                .query(SegmentRows::stretch)
                .list();
    }

    private static Stretch stretch(ResultSet row, int n) throws SQLException {
        return new Stretch(
                row.getInt("segment"),
                new RenewalId(row.getObject("renewal_id", UUID.class)),
                Optional.ofNullable(row.getObject("ends_on", LocalDate.class)),
                row.getObject("booked_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    /** The line is on the plan that it was renewed with last. */
    public void putOnPlan(AccountId account, LineId line, String plan) {
        jdbc.sql("update line set offering = :plan where account_id = :account and line_id = :line")
                .param("account", account.value())
                .param("line", line.value())
                .param("plan", plan)
                .update();
    }

    /** @return false when it was taken back already */
    public boolean revoke(AccountId account, Bought bought, Instant now) {
        return about(account, bought, """
                update line_segment set revoked_at = :now
                 where account_id = :account and line_id = :line and renewal_id = :renewal and revoked_at is null""").param("now", Timestamp.from(now)).update() == 1;
    }

    /**
     * Where a later stretch stands, the line stays on the plan of that, and what it was before that is what it was before
     * this one. A plan that somebody put the line on since stays too.
     */
    public void putBackPlan(AccountId account, Bought bought) {
        int later = about(account, bought, """
                update line_segment n set plan_before = gone.plan_before
                  from line_segment gone
                 where gone.account_id = :account and gone.line_id = :line and gone.renewal_id = :renewal
                   and n.account_id = :account and n.line_id = :line
                   and gone.plan is not null
                   and n.renewal_id = (
                       select s.renewal_id from line_segment s
                        where s.account_id = :account and s.line_id = :line and s.plan is not null
                          and s.revoked_at is null and s.segment > gone.segment
                        order by s.segment limit 1)""").update();
        if (later == 0) {
            about(account, bought, """
                    update line set offering = gone.plan_before
                      from line_segment gone
                     where gone.account_id = :account and gone.line_id = :line and gone.renewal_id = :renewal
                       and line.account_id = :account and line.line_id = :line
                       and line.offering = gone.plan""").update();
        }
    }

    /**
     * What was read since the stretch was there counts it. Where another stretch was bought since, what is left of the two is
     * not known before the record is read again.
     */
    public void putBackReading(AccountId account, Bought bought) {
        var records = bought.records();
        if (records.before().isEmpty() || records.after().isEmpty()) {
            return;
        }
        about(account, bought, """
                update line_reading r
                   set reading = :before::jsonb, read_at = :beforeAt,
                       ends_at = case when later.n = 0 then gone.ends_before end,
                       ends_read_at = case when later.n = 0 then gone.ends_before_read_at end
                  from line_segment gone
                  cross join lateral (
                       select count(*) as n from line_segment s
                        where s.account_id = :account and s.line_id = :line
                          and s.revoked_at is null and s.segment > gone.segment) later
                 where gone.account_id = :account and gone.line_id = :line and gone.renewal_id = :renewal
                   and r.account_id = :account and r.line_id = :line and r.read_at >= :afterAt""")
                .param("before", json.writeValueAsString(records.before().get()))
                .param("beforeAt", Timestamp.from(records.before().get().readAt()))
                .param("afterAt", Timestamp.from(records.after().get().readAt()))
                .update();
    }

    private JdbcClient.StatementSpec about(AccountId account, Bought bought, String sql) {
        return jdbc.sql(sql)
                .param("account", account.value())
                .param("line", bought.line().value())
                .param("renewal", bought.renewal().value());
    }
}

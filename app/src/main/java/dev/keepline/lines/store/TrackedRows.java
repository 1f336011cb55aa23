package dev.keepline.lines.store;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Msisdn;
import dev.keepline.lines.Elsewhere;
import dev.keepline.lines.ElsewhereRules;
import dev.keepline.lines.RenewedElsewhere;
import dev.keepline.lines.TrackedLines;
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

/** What subscribers change of lines they keep track of. Runs inside the caller's transaction. */
@Repository
public class TrackedRows {

    private final JdbcClient jdbc;

    public TrackedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else adds lines to this account: its limit and its numbers hold. */
    public void oneAtATime(AccountId account) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('lines of ' || :account, 0))")
                .param("account", account.toString())
                .query((row, n) -> n)
                .list();
    }

    public Optional<LineId> byNumber(AccountId account, Msisdn number) {
        return jdbc.sql("""
                select line_id from line
                 where account_id = :account and msisdn = :number and removed_at is null
                 order by created_at limit 1""")
                .param("account", account.value())
                .param("number", number.e164())
                .query((row, n) -> new LineId(row.getObject("line_id", UUID.class)))
                .optional();
    }

    public int count(AccountId account) {
        return jdbc.sql("""
                select count(*) from line
                 where account_id = :account and management = 'TRACKED' and removed_at is null""")
                .param("account", account.value())
                .query((row, n) -> row.getInt(1))
                .single();
    }

    public boolean correct(AccountId account, LineId line, TrackedLines.Correction to, Instant now) {
        return jdbc.sql("""
                        update line
                           set carrier = :carrier, label = :label, state = :state, zip = :zip, zone = :zone,
                               offering = :offering, stated_ends_on = cast(:endsOn as date),
                               stated_at = case when cast(:endsOn as date) is null then null
                                                when stated_ends_on = cast(:endsOn as date) then stated_at
                                                else cast(:now as timestamptz) end
                         where account_id = :account and line_id = :line
                           and management = 'TRACKED' and removed_at is null""")
                        .param("account", account.value())
                        .param("line", line.value())
                        .param("carrier", to.carrier())
                        .param("label", to.label())
                        .param("state", to.home().place().state())
                        .param("zip", to.home().place().zip())
                        .param("zone", to.home().zone().getId())
                        .param("offering", to.offering().orElse(null))
                        .param("endsOn", to.endsOn().orElse(null))
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    public boolean noteProfile(AccountId account, LineId line, Optional<Iccid> profile) {
        return jdbc.sql("""
                        update line set noted_iccid = :profile
                         where account_id = :account and line_id = :line
                           and management = 'TRACKED' and removed_at is null""")
                        .param("account", account.value())
                        .param("line", line.value())
                        .param("profile", profile.map(Iccid::digits).orElse(null))
                        .update()
                > 0;
    }

    public Optional<Iccid> notedProfile(AccountId account, LineId line) {
        return jdbc.sql("""
                select noted_iccid from line
                 where account_id = :account and line_id = :line and noted_iccid is not null""")
                .param("account", account.value())
                .param("line", line.value())
                .query((row, n) -> new Iccid(row.getString(1)))
                .optional();
    }

    public boolean say(AccountId account, LineId line, Optional<LocalDate> endsOn, Instant now) {
        return jdbc.sql("""
                        update line
                           set stated_ends_on = cast(:endsOn as date),
                               stated_at = case when cast(:endsOn as date) is null then null
                                                when stated_ends_on = cast(:endsOn as date) then stated_at
                                                else cast(:now as timestamptz) end
                         where account_id = :account and line_id = :line and removed_at is null""")
                        .param("account", account.value())
                        .param("line", line.value())
                        .param("endsOn", endsOn.orElse(null))
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    public boolean rename(AccountId account, LineId line, String label) {
        return jdbc.sql("""
                        update line set label = :label
                         where account_id = :account and line_id = :line and removed_at is null""")
                        .param("account", account.value())
                        .param("line", line.value())
                        .param("label", label)
                        .update()
                > 0;
    }

    /** Appends what was said, and makes its end of service the subscriber's newest word. */
    public void note(AccountId account, LineId line, Elsewhere said, ElsewhereRules.Follows follows, Instant now) {
        jdbc.sql("""
                insert into line_elsewhere (account_id, line_id, renewed_on, amount_minor, offering, ends_on, by_rule, noted_at)
                values (:account, :line, :on, :amount, :offering, :endsOn, :byRule, :now)""")
                .param("account", account.value())
                .param("line", line.value())
                .param("on", said.on())
                .param("amount", said.amount().map(Money::minor).orElse(null))
                .param("offering", said.offering().orElse(null))
                .param("endsOn", follows.serviceEndsOn())
                .param("byRule", follows.byRule())
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("""
                update line set stated_ends_on = :endsOn, stated_at = :now, offering = coalesce(:offering, offering)
                 where account_id = :account and line_id = :line""")
                .param("account", account.value())
                .param("line", line.value())
                .param("endsOn", follows.serviceEndsOn())
                .param("offering", said.offering().orElse(null))
                .param("now", Timestamp.from(now))
                .update();
    }

    public List<RenewedElsewhere> elsewhere(AccountId account, LineId line) {
        return jdbc.sql("""
                select renewed_on, amount_minor, offering, ends_on, by_rule, noted_at from line_elsewhere
                 where account_id = :account and line_id = :line
                 order by noted_at desc""")
                .param("account", account.value())
                .param("line", line.value())
                .query(TrackedRows::elsewhere)
                .list();
    }

    public boolean remove(AccountId account, LineId line, Instant now) {
        return jdbc.sql("""
                        update line set removed_at = :now
                         where account_id = :account and line_id = :line
                           and management = 'TRACKED' and removed_at is null""")
                        .param("account", account.value())
                        .param("line", line.value())
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    private static RenewedElsewhere elsewhere(ResultSet row, int n) throws SQLException {
        var ends = row.getObject("ends_on", LocalDate.class);
        boolean byRule = row.getBoolean("by_rule");
        var said = new Elsewhere(
                row.getObject("renewed_on", LocalDate.class),
                Optional.ofNullable(row.getObject("amount_minor", Long.class)).map(Money::usd),
                Optional.ofNullable(row.getString("offering")),
                byRule ? Optional.empty() : Optional.of(ends));
        return new RenewedElsewhere(
                said,
                ends,
                byRule,
                row.getObject("noted_at", OffsetDateTime.class).toInstant());
    }
}

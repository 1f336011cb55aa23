package dev.keepline.lines.store;

import dev.keepline.carriers.Snapshot;
import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Msisdn;
import dev.keepline.lines.Line;
import dev.keepline.lines.Management;
import dev.keepline.lines.NewLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes lines. Runs inside the caller's transaction. */
@Repository
public class LineRows {

    /** The last stretch bought counts by its own date only when it was bought after the last reading. */
    private static final String SELECT = """
            select l.*, r.reading, r.ends_at, r.ends_read_at,
                   (select coalesce(max(s.segment), 0) + 1 from line_segment s
                     where s.account_id = l.account_id and s.line_id = l.line_id and s.revoked_at is null) as next_segment,
                   b.ends_on as bought_ends_on, b.booked_at as bought_at
              from line l
              left join line_reading r on r.account_id = l.account_id and r.line_id = l.line_id
              left join lateral (
                   select s.ends_on, s.booked_at from line_segment s
                    where s.account_id = l.account_id and s.line_id = l.line_id
                      and s.revoked_at is null and s.ends_on is not null
                    order by s.ends_on desc limit 1) b on true
             where l.account_id = :account""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public LineRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public List<Line> all(AccountId account) {
        return jdbc.sql(SELECT + " and l.removed_at is null order by l.created_at, l.line_id")
                .param("account", account.value())
                .query(this::line)
                .list();
    }

    /** Also one that was removed: its renewals go on and its proofs stay. */
    public Optional<Line> one(AccountId account, LineId line) {
        return one(account, line, SELECT + " and l.line_id = :line");
    }

    /** Unless it was removed. */
    public Optional<Line> current(AccountId account, LineId line) {
        return one(account, line, SELECT + " and l.line_id = :line and l.removed_at is null");
    }

    private Optional<Line> one(AccountId account, LineId line, String select) {
        return jdbc.sql(select)
                .param("account", account.value())
                .param("line", line.value())
                .query(this::line)
                .optional();
    }

    public void insert(AccountId account, LineId line, NewLine fresh, Instant now) {
        var who = fresh.identity();
        jdbc.sql("""
                insert into line (account_id, line_id, carrier, label, msisdn, iccid, management, state, zip, zone,
                                  offering, stated_ends_on, stated_at, created_at)
                values (:account, :line, :carrier, :label, :msisdn, :iccid, :management, :state, :zip, :zone,
                        :offering, :statedEndsOn, :statedAt, :now)""")
                .param("account", account.value())
                .param("line", line.value())
                .param("carrier", who.carrier())
                .param("label", who.label())
                .param("msisdn", who.msisdn().map(Msisdn::e164).orElse(null))
                .param("iccid", who.iccid().map(Iccid::digits).orElse(null))
                .param("management", who.management().name())
                .param("state", fresh.home().place().state())
                .param("zip", fresh.home().place().zip())
                .param("zone", fresh.home().zone().getId())
                .param("offering", fresh.offering().orElse(null))
                .param(
                        "statedEndsOn",
                        fresh.stated().map(Line.Dated::serviceEndsOn).orElse(null))
                .param(
                        "statedAt",
                        fresh.stated().map(d -> Timestamp.from(d.at())).orElse(null))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Keeps what the operator's files say of the end of service. */
    public void tell(AccountId account, LineId line, Line.Dated told) {
        jdbc.sql("""
                update line set told_ends_on = :endsOn, told_at = :at
                 where account_id = :account and line_id = :line""")
                .param("account", account.value())
                .param("line", line.value())
                .param("endsOn", told.serviceEndsOn())
                .param("at", Timestamp.from(told.at()))
                .update();
    }

    /** What was kept track of under this number is not shown any more. */
    public void replaceTracked(AccountId account, Msisdn number, Instant now) {
        jdbc.sql("""
                update line set removed_at = :now
                 where account_id = :account and msisdn = :number and management = 'TRACKED' and removed_at is null""")
                .param("account", account.value())
                .param("number", number.e164())
                .param("now", Timestamp.from(now))
                .update();
    }

    public void keepReading(AccountId account, LineId line, Snapshot snapshot) {
        jdbc.sql("""
                insert into line_reading (account_id, line_id, read_at, reading, ends_at, ends_read_at)
                values (:account, :line, :readAt, :reading::jsonb, :endsAt, :endsReadAt)
                on conflict (account_id, line_id) do update
                   set read_at = excluded.read_at, reading = excluded.reading,
                       ends_at = coalesce(excluded.ends_at, line_reading.ends_at),
                       ends_read_at = coalesce(excluded.ends_read_at, line_reading.ends_read_at)
                 where line_reading.read_at < excluded.read_at""")
                .param("account", account.value())
                .param("line", line.value())
                .param("readAt", Timestamp.from(snapshot.readAt()))
                .param("reading", json.writeValueAsString(snapshot))
                .param("endsAt", snapshot.expiresAt().map(Timestamp::from).orElse(null))
                .param(
                        "endsReadAt",
                        snapshot.expiresAt()
                                .map(_ -> Timestamp.from(snapshot.readAt()))
                                .orElse(null))
                .update();
    }

    private Line line(ResultSet row, int n) throws SQLException {
        var identity = new Line.Identity(
                row.getString("carrier"),
                row.getString("label"),
                text(row, "msisdn").map(Msisdn::new),
                text(row, "iccid").map(Iccid::new),
                Management.valueOf(row.getString("management")));
        var home = new Line.Home(
                new PlaceOfUse(row.getString("state"), row.getString("zip")), ZoneId.of(row.getString("zone")));
        var dates = new Line.Dates(
                text(row, "reading").map(r -> json.readValue(r, Snapshot.class)),
                recorded(row),
                dated(row, "bought_ends_on", "bought_at"),
                dated(row, "stated_ends_on", "stated_at"),
                dated(row, "told_ends_on", "told_at"));
        return new Line(
                new AccountId(row.getObject("account_id", UUID.class)),
                new LineId(row.getObject("line_id", UUID.class)),
                identity,
                home,
                text(row, "offering"),
                dates,
                row.getInt("next_segment"));
    }

    private static Optional<Line.Recorded> recorded(ResultSet row) throws SQLException {
        OffsetDateTime endsAt = row.getObject("ends_at", OffsetDateTime.class);
        OffsetDateTime readAt = row.getObject("ends_read_at", OffsetDateTime.class);
        return endsAt == null || readAt == null
                ? Optional.empty()
                : Optional.of(new Line.Recorded(endsAt.toInstant(), readAt.toInstant()));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return Optional.ofNullable(value);
    }

    private static Optional<Line.Dated> dated(ResultSet row, String date, String at) throws SQLException {
        LocalDate endsOn = row.getObject(date, LocalDate.class);
        OffsetDateTime known = row.getObject(at, OffsetDateTime.class);
        return endsOn == null || known == null
                ? Optional.empty()
                : Optional.of(new Line.Dated(endsOn, known.toInstant()));
    }
}

package dev.keepline.imports.store;

import dev.keepline.imports.BroughtLine;
import dev.keepline.imports.BroughtLines;
import dev.keepline.imports.ImportId;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
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

/** Imported lines with how their holders were invited. Runs inside the caller's transaction. */
@Repository
public class BroughtRows {

    /** The last invitation of the address that can still be used, and what became of its letter. */
    private static final String LINES = """
            select l.*, i.sent_at, t.refusal,
                   case when l.claimed_at is not null then 'CLAIMED' when t.refused_at is not null then 'REFUSED'
                        when i.sent_at is not null then 'INVITED' else 'UNINVITED' end as how
              from imported_line l
              left join lateral (select v.sent_at, v.token_hash, v.account_id from line_invitation v
                                  where v.account_id = :operator and v.email = l.email
                                    and v.used_at is null and v.expires_at > :now and l.claimed_at is null
                                  order by v.sent_at desc limit 1) i on true
              left join letter t on t.account_id = i.account_id and t.key = 'invite/' || i.token_hash""";

    private static final String FILTERED = """
            select * from (%s) x
             where (cast(:file as uuid) is null or import_id = :file) and (cast(:how as text) is null or how = :how)
            """.formatted(LINES);

    private static final UUID OPERATOR = new UUID(0, 0);

    /** Fewer would list half of the lines. */
    private static final int SHORTEST = 2;

    private static final int MIDDLE_DIGITS = 6;

    private final JdbcClient jdbc;

    public BroughtRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends no import is carried out and nothing else is taken back. */
    public void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('imports of lines', 0))")
                .query((row, n) -> n)
                .list();
    }

    public List<BroughtLine> list(BroughtLines.Filter filter, int from, int most, Instant now) {
        return filtered(
                        FILTERED + " order by imported_at desc, import_id, length(reference), reference offset " + from
                                + " limit " + most,
                        filter,
                        now)
                .query(BroughtRows::line)
                .list();
    }

    public int count(BroughtLines.Filter filter, Instant now) {
        return filtered("select count(*) from (" + FILTERED + ") y", filter, now)
                .query((row, n) -> row.getInt(1))
                .single();
    }

    private JdbcClient.StatementSpec filtered(String sql, BroughtLines.Filter filter, Instant now) {
        return jdbc.sql(sql)
                .param("operator", OPERATOR)
                .param("now", Timestamp.from(now))
                .param("file", filter.file().map(ImportId::value).orElse(null))
                .param("how", filter.state().map(Enum::name).orElse(null));
    }

    public List<BroughtLine> find(String typed, int most, Instant now) {
        var digits = typed.replaceAll("[\\s().+-]", "");
        boolean some = digits.matches("[0-9]{4,20}");
        return jdbc.sql(LINES + "\n" + """
                where l.reference = :typed
                    or (:part and position(lower(:typed) in lower(l.reference || ' ' || l.label || ' ' || l.email)) > 0)
                    or (:some and (l.msisdn like '%' || cast(:digits as text) or l.iccid like '%' || cast(:digits as text)))
                    or (:many and (l.msisdn like '%' || cast(:digits as text) || '%'
                                   or l.iccid like '%' || cast(:digits as text) || '%'))
                 order by l.reference <> :typed, l.imported_at desc, l.reference limit :most""")
                .param("operator", OPERATOR)
                .param("now", Timestamp.from(now))
                .param("typed", typed)
                .param("part", typed.length() >= SHORTEST)
                .param("some", some)
                .param("many", some && digits.length() >= MIDDLE_DIGITS)
                .param("digits", digits)
                .param("most", most)
                .query(BroughtRows::line)
                .list();
    }

    public Optional<BroughtLine> line(LineId id, Instant now) {
        return jdbc.sql(LINES + " where l.line_id = :line")
                .param("operator", OPERATOR)
                .param("now", Timestamp.from(now))
                .param("line", id.value())
                .query(BroughtRows::line)
                .optional();
    }

    public int withdrawLine(LineId id, BroughtLines.Withdrawal why) {
        return withdraw("line_id = :what", id.value(), why);
    }

    public int withdrawFile(ImportId file, BroughtLines.Withdrawal why) {
        return withdraw("import_id = :what", file.value(), why);
    }

    private int withdraw(String which, UUID what, BroughtLines.Withdrawal why) {
        return jdbc.sql("""
                with gone as (delete from imported_line where\s""" + which + """
                 and claimed_at is null returning line_id, reference, import_id)
                insert into line_withdrawal (line_id, reference, import_id, reason, withdrawn_by, withdrawn_at)
                select line_id, reference, import_id, :reason, :by, :at from gone""")
                .param("what", what)
                .param("reason", why.reason())
                .param("by", why.staff().value())
                .param("at", Timestamp.from(why.at()))
                .update();
    }

    public List<BroughtLines.Withdrawn> withdrawn(ImportId file) {
        return jdbc.sql("""
                select count(*), reason, withdrawn_at from line_withdrawal where import_id = :import
                 group by reason, withdrawn_by, withdrawn_at order by withdrawn_at desc limit 50""")
                .param("import", file.value())
                .query((row, n) -> new BroughtLines.Withdrawn(
                        row.getInt(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    private static BroughtLine line(ResultSet row, int n) throws SQLException {
        return new BroughtLine(
                new LineId(row.getObject("line_id", UUID.class)),
                new BroughtLine.Named(
                        row.getString("reference"),
                        row.getString("email"),
                        Optional.ofNullable(row.getString("msisdn")),
                        Optional.ofNullable(row.getString("iccid"))),
                new BroughtLine.Told(
                        new ImportId(row.getObject("import_id", UUID.class)),
                        row.getObject("imported_at", OffsetDateTime.class).toInstant(),
                        row.getString("carrier"),
                        Optional.ofNullable(row.getString("offering")),
                        Optional.ofNullable(row.getObject("told_ends_on", LocalDate.class))),
                new BroughtLine.Sent(
                        BroughtLine.State.valueOf(row.getString("how")),
                        Optional.ofNullable(row.getObject("sent_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Optional.ofNullable(row.getString("refusal"))),
                Optional.ofNullable(row.getObject("claimed_by", UUID.class)).map(AccountId::new));
    }
}

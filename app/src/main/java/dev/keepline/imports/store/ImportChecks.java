package dev.keepline.imports.store;

import dev.keepline.imports.ImportId;
import dev.keepline.imports.Problem;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is wrong with the rows of a file together, or with what is there already. Runs inside the caller's transaction. */
@Repository
public class ImportChecks {

    /** What must be one line's alone: of good rows from the table, of bad ones as they are given. */
    private static final String TWICE = """
              from (select line_no, field, value, min(line_no) over (partition by field, value) as first
                      from (select r.line_no, v.field, v.value from line_import_row r
                             cross join lateral (values ('reference', r.reference), ('iccid', r.iccid),
                                                        ('number', r.msisdn)) v (field, value)
                             where r.import_id = :import and v.value is not null
                            union all
                            select * from unnest(cast(:lines as int[]), cast(:fields as text[]), cast(:values as text[]))
                           ) k (line_no, field, value)) f
             where line_no > first""";

    private static final String TAKEN = """
              from line_import_row r
              join imported_line l on (l.iccid = r.iccid or l.msisdn = r.msisdn) and l.reference <> r.reference
             where r.import_id = :import""";

    /** Lines of accounts that are managed here, unless the row names the very line that its holder claimed. */
    private static final String HELD = """
              from (select r.line_no, r.reference, 'number' as field, r.msisdn as value, h.line_id
                      from line_import_row r join line h on h.msisdn = r.msisdn
                     where r.import_id = :import and h.management = 'MANAGED' and h.removed_at is null
                    union
                    select r.line_no, r.reference, 'iccid', r.iccid, h.line_id
                      from line_import_row r join line h on h.iccid = r.iccid
                     where r.import_id = :import and h.management = 'MANAGED' and h.removed_at is null) x
             where not exists (select from imported_line l
                                where l.reference = x.reference and l.line_id = x.line_id)
               and not exists (select from imported_line l
                                where l.line_id = x.line_id and (l.iccid = x.value or l.msisdn = x.value))""";

    private final JdbcClient jdbc;

    public ImportChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Problems, some of them, and how many there are. */
    public record Found(List<Problem> some, int all) {}

    /** What a bad row is known by, so that it is compared with the others none the less. */
    public record Key(int line, String field, String value) {}

    /** What stands in the file on an earlier line. */
    public Found twice(ImportId id, List<Key> bad, int most) {
        return new Found(
                twice(
                                "select line_no, field, first::text as value" + TWICE
                                        + " order by line_no, field limit " + most,
                                id,
                                bad)
                        .query((row, n) -> new Problem(
                                row.getInt("line_no"),
                                row.getString("field"),
                                Problem.Code.TWICE,
                                row.getString("value")))
                        .list(),
                twice("select count(*)" + TWICE, id, bad)
                        .query((row, n) -> row.getInt(1))
                        .single());
    }

    private JdbcClient.StatementSpec twice(String sql, ImportId id, List<Key> bad) {
        return jdbc.sql(sql)
                .param("import", id.value())
                .param("lines", bad.stream().map(Key::line).toArray(Integer[]::new))
                .param("fields", bad.stream().map(Key::field).toArray(String[]::new))
                .param(
                        "values",
                        bad.stream().map(key -> key.value().replace("\0", "")).toArray(String[]::new));
    }

    /** What an imported line with another reference has, and what somebody's own line has: nothing is taken over. */
    public Found others(ImportId id, int most) {
        var taken = jdbc.sql("select r.line_no, case when l.iccid = r.iccid then 'iccid' else 'number' end as field,"
                        + " coalesce(case when l.iccid = r.iccid then r.iccid end, r.msisdn) as value" + TAKEN
                        + " order by r.line_no limit :most")
                .param("import", id.value())
                .param("most", most)
                .query((row, n) -> problem(row, Problem.Code.TAKEN))
                .list();
        var held = jdbc.sql("select line_no, field, value" + HELD + " order by line_no limit :most")
                .param("import", id.value())
                .param("most", most)
                .query((row, n) -> problem(row, Problem.Code.HELD))
                .list();
        var both = new java.util.ArrayList<>(taken);
        both.addAll(held);
        return new Found(both, count("select count(*)" + TAKEN, id) + count("select count(*)" + HELD, id));
    }

    private static Problem problem(java.sql.ResultSet row, Problem.Code code) throws java.sql.SQLException {
        return new Problem(row.getInt("line_no"), row.getString("field"), code, row.getString("value"));
    }

    private int count(String sql, ImportId id) {
        return jdbc.sql(sql)
                .param("import", id.value())
                .query((row, n) -> row.getInt(1))
                .single();
    }
}

package dev.keepline.imports.store;

import dev.keepline.imports.ImportId;
import dev.keepline.imports.ImportView;
import dev.keepline.imports.Problem;
import dev.keepline.kernel.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Uploaded files and what became of them. Runs inside the caller's transaction. */
@Repository
public class LineFileRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    public LineFileRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Until the transaction ends no other import is carried out. */
    public void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('imports of lines', 0))")
                .query((row, n) -> n)
                .list();
    }

    private int count(String sql, ImportId id) {
        return jdbc.sql(sql)
                .param("import", id.value())
                .query((row, n) -> row.getInt(1))
                .single();
    }

    public void insert(ImportView view) {
        jdbc.sql("""
                insert into line_import (import_id, file_name, sha256, bytes, row_count, problems, uploaded_by, uploaded_at)
                values (:import, :name, :sha256, :bytes, :rows, :problems, :by, :at)""")
                .param("import", view.id().value())
                .param("name", view.file().name())
                .param("sha256", view.file().sha256())
                .param("bytes", view.file().bytes())
                .param("rows", view.rows())
                .param("problems", view.problems())
                .param("by", view.uploaded().account().value())
                .param("at", Timestamp.from(view.uploaded().at()))
                .update();
    }

    public void insertProblems(ImportId id, List<Problem> problems) {
        var rows = new java.util.ArrayList<Object[]>();
        for (int n = 0; n < problems.size(); n++) {
            var problem = problems.get(n);
            rows.add(new Object[] {
                id.value(),
                n,
                problem.line(),
                problem.field(),
                problem.code().name(),
                problem.value().replace("\0", "")
            });
        }
        batch.batchUpdate(
                "insert into line_import_problem (import_id, n, line_no, field, code, value) values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    public List<Problem> problems(ImportId id, int most) {
        return jdbc.sql("""
                select line_no, field, code, value from line_import_problem where import_id = :import
                 order by line_no, n limit :most""")
                .param("import", id.value())
                .param("most", most)
                .query((row, n) -> new Problem(
                        row.getInt("line_no"),
                        row.getString("field"),
                        Problem.Code.valueOf(row.getString("code")),
                        row.getString("value")))
                .list();
    }

    /** Makes and replaces lines from the staged rows, all in one statement; those that were claimed are left alone. */
    public ImportView.Counts carryOut(ImportView view, Instant now) {
        int claimed = count("""
                select count(*) from line_import_row r join imported_line l on l.reference = r.reference
                 where r.import_id = :import and l.claimed_at is not null""", view.id());
        return jdbc.sql("""
                with done as (
                  insert into imported_line as l (line_id, reference, email, msisdn, iccid, carrier, offering, label,
                         state, zip, zone, language, told_ends_on, told_at, import_id, imported_at)
                  select gen_random_uuid(), reference, email, msisdn, iccid, carrier, offering, label, state, zip, zone,
                         language, told_ends_on, case when told_ends_on is not null then cast(:now as timestamptz) end, import_id, :now
                    from line_import_row where import_id = :import
                  on conflict (reference) do update
                     set email = excluded.email, msisdn = excluded.msisdn, iccid = excluded.iccid,
                         carrier = excluded.carrier, offering = excluded.offering, label = excluded.label,
                         state = excluded.state, zip = excluded.zip, zone = excluded.zone,
                         language = excluded.language,
                         told_ends_on = excluded.told_ends_on,
                         told_at = case when l.told_ends_on is not distinct from excluded.told_ends_on then l.told_at
                                        else excluded.told_at end,
                         import_id = excluded.import_id, imported_at = excluded.imported_at
                   where l.claimed_at is null
                     and (l.email, l.msisdn, l.iccid, l.carrier, l.offering, l.label, l.state, l.zip, l.zone, l.language, l.told_ends_on)
                         is distinct from
                         (excluded.email, excluded.msisdn, excluded.iccid, excluded.carrier, excluded.offering,
                          excluded.label, excluded.state, excluded.zip, excluded.zone, excluded.language, excluded.told_ends_on)
                  returning xmax = 0 as fresh)
                select count(*) filter (where fresh), count(*) filter (where not fresh) from done""")
                .param("import", view.id().value())
                .param("now", Timestamp.from(now))
                .query((row, n) -> new ImportView.Counts(
                        row.getInt(1), row.getInt(2), view.rows() - row.getInt(1) - row.getInt(2) - claimed, claimed))
                .single();
    }

    public void carried(ImportId id, ImportView.Carried carried) {
        jdbc.sql("""
                update line_import
                   set imported_by = :by, imported_at = :at,
                       fresh = :fresh, changed = :changed, unchanged = :unchanged, claimed = :claimed
                 where import_id = :import""")
                .param("import", id.value())
                .param("by", carried.by().account().value())
                .param("at", Timestamp.from(carried.by().at()))
                .param("fresh", carried.counts().fresh())
                .param("changed", carried.counts().changed())
                .param("unchanged", carried.counts().unchanged())
                .param("claimed", carried.counts().claimed())
                .update();
    }

    public Optional<ImportView> find(ImportId id) {
        return jdbc.sql("select * from line_import where import_id = :import")
                .param("import", id.value())
                .query(LineFileRows::view)
                .optional();
    }

    public Optional<ImportView> same(ImportView view) {
        return jdbc.sql("""
                select * from line_import
                 where sha256 = :sha256 and import_id <> :import and imported_at is not null
                 order by imported_at desc limit 1""")
                .param("import", view.id().value())
                .param("sha256", view.file().sha256())
                .query(LineFileRows::view)
                .optional();
    }

    public List<ImportView> newest(int most) {
        return jdbc.sql("select * from line_import order by uploaded_at desc limit :most")
                .param("most", most)
                .query(LineFileRows::view)
                .list();
    }

    private static ImportView view(ResultSet row, int n) throws SQLException {
        UUID by = row.getObject("imported_by", UUID.class);
        OffsetDateTime at = row.getObject("imported_at", OffsetDateTime.class);
        Optional<ImportView.Carried> carried = by == null || at == null
                ? Optional.empty()
                : Optional.of(new ImportView.Carried(
                        new ImportView.By(new AccountId(by), at.toInstant()),
                        new ImportView.Counts(
                                row.getInt("fresh"),
                                row.getInt("changed"),
                                row.getInt("unchanged"),
                                row.getInt("claimed"))));
        return new ImportView(
                new ImportId(row.getObject("import_id", UUID.class)),
                new ImportView.File(row.getString("file_name"), row.getString("sha256"), row.getLong("bytes")),
                row.getInt("row_count"),
                row.getInt("problems"),
                new ImportView.By(
                        new AccountId(row.getObject("uploaded_by", UUID.class)),
                        row.getObject("uploaded_at", OffsetDateTime.class).toInstant()),
                carried);
    }
}

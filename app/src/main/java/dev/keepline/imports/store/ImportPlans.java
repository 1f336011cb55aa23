package dev.keepline.imports.store;

import dev.keepline.imports.ImportId;
import dev.keepline.imports.ImportPlan;
import dev.keepline.imports.ImportView;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What importing a checked file would do. Runs inside the caller's transaction. */
@Repository
public class ImportPlans {

    private static final String DIFFERENT = """
            (l.email, l.msisdn, l.iccid, l.carrier, l.offering, l.label, l.state, l.zip, l.zone, l.told_ends_on, l.language)
              is distinct from
            (r.email, r.msisdn, r.iccid, r.carrier, r.offering, r.label, r.state, r.zip, r.zone, r.told_ends_on, r.language)""";

    private final JdbcClient jdbc;

    public ImportPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public ImportView.Counts counts(ImportId id) {
        return jdbc.sql("""
                select count(*) filter (where l.reference is null),
                       count(*) filter (where l.claimed_at is null and l.reference is not null and different),
                       count(*) filter (where l.claimed_at is null and l.reference is not null and not different),
                       count(*) filter (where l.claimed_at is not null)
                  from line_import_row r
                  left join imported_line l on l.reference = r.reference
                 cross join lateral (select\s""" + DIFFERENT + """
                 ) d (different)
                 where r.import_id = :import""")
                .param("import", id.value())
                .query((row, n) -> new ImportView.Counts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .single();
    }

    /** What changes of lines that are there, in the order of the file. */
    public List<ImportPlan.Change> changes(ImportId id, int most) {
        return jdbc.sql("""
                select r.line_no, r.reference, v.field, v.was, v.becomes
                  from line_import_row r
                  join imported_line l on l.reference = r.reference and l.claimed_at is null
                 cross join lateral (values (1, 'email', l.email, r.email), (2, 'number', l.msisdn, r.msisdn),
                       (3, 'iccid', l.iccid, r.iccid), (4, 'carrier', l.carrier, r.carrier),
                       (5, 'plan', l.offering, r.offering), (6, 'label', l.label, r.label),
                       (7, 'state', l.state, r.state), (8, 'zip', l.zip, r.zip), (9, 'zone', l.zone, r.zone),
                       (10, 'service_until', (l.told_ends_on - 1)::text, (r.told_ends_on - 1)::text),
                       (11, 'language', l.language, r.language)
                       ) v (n, field, was, becomes)
                 where r.import_id = :import and v.was is distinct from v.becomes
                 order by r.line_no, v.n limit :most""")
                .param("import", id.value())
                .param("most", most)
                .query((row, n) -> new ImportPlan.Change(
                        row.getInt("line_no"),
                        row.getString("reference"),
                        row.getString("field"),
                        Optional.ofNullable(row.getString("was")),
                        Optional.ofNullable(row.getString("becomes"))))
                .list();
    }
}

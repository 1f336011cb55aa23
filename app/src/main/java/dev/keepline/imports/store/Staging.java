package dev.keepline.imports.store;

import dev.keepline.imports.ImportId;
import dev.keepline.imports.ImportedRow;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.Msisdn;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Checked rows that wait to be imported. Runs inside the caller's transaction. */
@Repository
public class Staging {

    private static final int BUFFER = 64 * 1024;

    private static final String COPY = """
            copy line_import_row (import_id, line_no, reference, email, msisdn, iccid, carrier, offering, label, state,
                                  zip, zone, told_ends_on, language) from stdin""";

    private final JdbcTemplate jdbc;

    public Staging(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Streams rows into the table while {@code read} yields them; what it returns is returned. */
    public int copy(ImportId id, ToIntFunction<Consumer<ImportedRow>> read) {
        Integer rows = jdbc.execute((ConnectionCallback<Integer>) connection -> {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            var out = new ByteArrayOutputStream(BUFFER + 4096);
            boolean ended = false;
            try {
                int read1 = read.applyAsInt(row -> write(copy, out, text(id, row)));
                flush(copy, out);
                copy.endCopy();
                ended = true;
                return read1;
            } finally {
                if (!ended && copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
        if (rows == null) {
            throw new IllegalStateException("a copy without an answer");
        }
        return rows;
    }

    private static void write(CopyIn copy, ByteArrayOutputStream out, String row) {
        out.writeBytes(row.getBytes(StandardCharsets.UTF_8));
        if (out.size() >= BUFFER) {
            try {
                flush(copy, out);
            } catch (SQLException failure) {
                throw new IllegalStateException("rows cannot be staged", failure);
            }
        }
    }

    private static void flush(CopyIn copy, ByteArrayOutputStream out) throws SQLException {
        byte[] bytes = out.toByteArray();
        copy.writeToCopy(bytes, 0, bytes.length);
        out.reset();
    }

    private static String text(ImportId id, ImportedRow row) {
        var who = row.who();
        var what = row.what();
        return String.join(
                        "\t",
                        id.toString(),
                        String.valueOf(row.line()),
                        escaped(who.reference()),
                        escaped(who.email()),
                        optional(who.msisdn().map(Msisdn::e164)),
                        optional(who.iccid().map(Iccid::digits)),
                        escaped(what.carrier()),
                        optional(what.offering()),
                        escaped(what.label()),
                        row.home().place().state(),
                        row.home().place().zip(),
                        row.home().zone().getId(),
                        optional(row.endsOn().map(LocalDate::toString)),
                        optional(who.language()))
                + "\n";
    }

    private static String optional(Optional<String> value) {
        return value.map(Staging::escaped).orElse("\\N");
    }

    /** As COPY's text format wants it. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    public int count(ImportId id) {
        Integer count = jdbc.queryForObject(
                "select count(*) from line_import_row where import_id = ?", Integer.class, id.value());
        return count == null ? 0 : count;
    }

    public void drop(ImportId id) {
        jdbc.update("delete from line_import_row where import_id = ?", id.value());
    }

    /** Drops the rows of files that were uploaded before and never imported. */
    public void forget(Instant before) {
        jdbc.update("""
                delete from line_import_row r using line_import i
                 where r.import_id = i.import_id and i.uploaded_at < ?""", Timestamp.from(before));
    }
}

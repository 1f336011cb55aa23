package dev.keepline.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.keepline.imports.Problem.Code;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a file of lines as a stream: UTF-8 with or without a byte order mark, fields parted by commas, semicolons or tabs, quoted
 * where they must be (RFC 4180). One row is in memory at a time.
 */
final class LineFile {

    private static final int LONGEST_FIELD = 64 * 1024;

    private final RowRules rules;
    private final int mostRows;

    LineFile(RowRules rules, int mostRows) {
        this.rules = rules;
        this.mostRows = mostRows;
    }

    /** Takes what is read, row by row. */
    interface Sink {

        void good(ImportedRow row);

        void bad(Problem problem);

        /** What a bad row is known by, so that it is compared with others. */
        default void key(int line, Column column, String value) {}
    }

    /** @return the number of rows that were read, the header aside */
    int read(InputStream file, Sink sink) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var progress = new Progress();
        var watched = new FirstBadByte(file);
        try (var text = new BufferedReader(new InputStreamReader(watched, decoder), LONGEST_FIELD)) {
            rows(text, sink, progress);
        } catch (CharacterCodingException notUtf8) {
            sink.bad(notUtf8(watched, progress));
        } catch (UncheckedIOException failure) {
            if (!(failure.getCause() instanceof CharacterCodingException)) {
                throw failure;
            }
            sink.bad(notUtf8(watched, progress));
        } catch (CsvParseException notCsv) {
            sink.bad(notUtf8(notCsv) ? notUtf8(watched, progress) : new Problem(progress.next, "", Code.NOT_CSV, ""));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return progress.rows;
    }

    private static Problem notUtf8(FirstBadByte watched, Progress progress) {
        return new Problem(watched.line().orElse(progress.line), "", Code.NOT_UTF8, "");
    }

    private static boolean notUtf8(Throwable failure) {
        for (var cause = Optional.of(failure);
                cause.isPresent();
                cause = Optional.ofNullable(cause.get().getCause())) {
            if (cause.get() instanceof CharacterCodingException) {
                return true;
            }
        }
        return false;
    }

    private static final class Progress {
        private int rows;
        private int line = 1;
        private int above;
        private int next = 1;
    }

    private static Problem whole(Progress progress, Code code) {
        return new Problem(progress.line, "", code, "");
    }

    private void rows(BufferedReader text, Sink sink, Progress progress) throws IOException {
        Separators.skipMark(text);
        var said = Separators.said(text);
        progress.above = said.isPresent() ? 1 : 0;
        progress.next = 2 + progress.above;
        char separator = said.isPresent() ? said.get() : Separators.likely(text);
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord((Reader) text)) {
            var records = csv.iterator();
            if (!records.hasNext()) {
                sink.bad(whole(progress, Code.EMPTY));
                return;
            }
            var columns = columns(records.next(), 1 + progress.above, sink);
            while (!columns.isEmpty() && records.hasNext()) {
                row(records.next(), columns, sink, progress);
                if (progress.rows > mostRows) {
                    sink.bad(new Problem(progress.line, "", Code.TOO_LARGE, String.valueOf(mostRows)));
                    return;
                }
            }
            if (!columns.isEmpty() && progress.rows == 0) {
                sink.bad(whole(progress, Code.EMPTY));
            }
        }
    }

    private void row(CsvRecord record, List<Optional<Column>> columns, Sink sink, Progress progress) {
        progress.line = Math.toIntExact(record.getStartingLineNumber()) + progress.above;
        progress.next = progress.line + 1 + OpenQuotes.ends(record);
        if (record.getFields().stream().allMatch(String::isBlank)) {
            return;
        }
        progress.rows++;
        var open = OpenQuotes.find(record, columns);
        if (open.isPresent()) {
            sink.bad(new Problem(progress.line + open.get(), "", Code.OPEN_QUOTE, ""));
            return;
        }
        if (record.getFieldCount() != columns.size()) {
            sink.bad(new Problem(progress.line, "", Code.FIELDS, record.getFieldCount() + " / " + columns.size()));
            return;
        }
        switch (rules.read(progress.line, values(record, columns))) {
            case RowRules.Read.Good(var row) -> sink.good(row);
            case RowRules.Read.Bad(var problems, var keys) -> {
                problems.forEach(sink::bad);
                keys.forEach((column, value) -> sink.key(progress.line, column, value));
            }
        }
    }

    private static Map<Column, String> values(CsvRecord record, List<Optional<Column>> columns) {
        var values = new EnumMap<Column, String>(Column.class);
        for (int i = 0; i < columns.size(); i++) {
            var value = record.getField(i).strip();
            if (!value.isEmpty() && columns.get(i).isPresent()) {
                values.put(columns.get(i).get(), value);
            }
        }
        return values;
    }

    /** The columns in the file's order; empty where something is wrong with them, so that no row is looked at. */
    private static List<Optional<Column>> columns(CsvRecord header, int line, Sink sink) {
        var problems = new ArrayList<Problem>();
        var seen = EnumSet.noneOf(Column.class);
        var columns = new ArrayList<Optional<Column>>();
        for (var name : header.getFields()) {
            var column = Column.of(name);
            columns.add(column);
            if (column.isEmpty()) {
                problems.add(new Problem(line, name.strip(), Code.UNKNOWN_COLUMN, name));
            } else if (!seen.add(column.get())) {
                problems.add(new Problem(line, name.strip(), Code.COLUMN_TWICE, name));
            }
        }
        for (var column : Column.values()) {
            if (column.required() && !seen.contains(column)) {
                problems.add(new Problem(line, column.header(), Code.NO_COLUMN, ""));
            }
        }
        if (seen.isEmpty()) {
            problems.clear();
            problems.add(new Problem(line, "", Code.NO_HEADER, ""));
        }
        problems.forEach(sink::bad);
        return problems.isEmpty() ? List.copyOf(columns) : List.of();
    }
}

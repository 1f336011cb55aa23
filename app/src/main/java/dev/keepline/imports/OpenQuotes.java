package dev.keepline.imports;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Optional;

/** Quotes that were opened and not closed: a reader of CSV takes what follows for one field, and says nothing. */
final class OpenQuotes {

    private OpenQuotes() {}

    /**
     * How many lines below the first of its row a quote was opened and not closed, by what it swallowed: ends of lines, in a
     * row of another length than the first one or in a field that never has any.
     */
    static Optional<Integer> find(CsvRecord record, List<Optional<Column>> columns) {
        boolean fits = record.getFieldCount() == columns.size();
        int above = 0;
        for (int i = 0; i < record.getFieldCount(); i++) {
            var field = record.getField(i);
            boolean may = fits && (isFree(columns.get(i)) || ends(field.strip()) == 0);
            if (ends(field) > 0 && !may) {
                return Optional.of(above);
            }
            above += ends(field);
        }
        return Optional.empty();
    }

    /** Ends of lines within the fields of a row. */
    static int ends(CsvRecord record) {
        return record.getFields().stream().mapToInt(OpenQuotes::ends).sum();
    }

    private static boolean isFree(Optional<Column> column) {
        return column.isEmpty() || column.get() == Column.LABEL;
    }

    private static int ends(String field) {
        char end = field.indexOf('\n') < 0 ? '\r' : '\n';
        return Math.toIntExact(field.chars().filter(c -> c == end).count());
    }
}

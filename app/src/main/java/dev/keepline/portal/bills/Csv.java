package dev.keepline.portal.bills;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of a CSV file (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it, which
 * the spreadsheet shows as nothing: a line's label is anybody's text.
 */
public final class Csv {

    /** Before everything else, so that Excel reads the file as UTF-8. */
    public static final String MARK = "\uFEFF";

    private Csv() {}

    /** One line with its end. The fields are as {@link #text} or a number gives them. */
    public static String line(List<String> fields) {
        return fields.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A text that is a text for every spreadsheet. */
    public static String text(String value) {
        return !value.isEmpty() && "=+-@\t\r\n|％＝＋－＠".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n' || c == ';')
                && field.equals(field.strip());
        return plain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }
}

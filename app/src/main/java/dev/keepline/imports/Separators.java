package dev.keepline.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** By what the fields of a file are parted: spreadsheets write commas, semicolons or tabs, as their country has it. */
final class Separators {

    private static final int LONGEST_HEADER = 4096;
    private static final String SEP = "sep=";
    private static final String SEPARATORS = ",;\t";

    private Separators() {}

    /** The mark of UTF-8 that some programs write first. */
    static void skipMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }

    /** Excel's own first line, {@code sep=;}: it is read and gone. */
    static Optional<Character> said(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        var first = new char[SEP.length() + 2];
        int n = text.read(first);
        var line = new String(first, 0, Math.max(0, n));
        if (n < first.length
                || !line.toLowerCase(Locale.ROOT).startsWith(SEP)
                || SEPARATORS.indexOf(first[SEP.length()]) < 0) {
            text.reset();
            return Optional.empty();
        }
        if (first[n - 1] == '\r') {
            text.mark(1);
            if (text.read() != '\n') {
                text.reset();
            }
        } else if (first[n - 1] != '\n') {
            text.reset();
            return Optional.empty();
        }
        return Optional.of(first[SEP.length()]);
    }

    /** Whichever of them stands most often in the first line. */
    static char likely(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        var seen = new int[SEPARATORS.length()];
        for (int i = 0; i < LONGEST_HEADER - 1; i++) {
            int c = text.read();
            if (c < 0 || c == '\n' || c == '\r') {
                break;
            }
            int which = SEPARATORS.indexOf(c);
            if (which >= 0) {
                seen[which]++;
            }
        }
        text.reset();
        int most = 0;
        for (int i = 1; i < seen.length; i++) {
            most = seen[i] > seen[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }
}

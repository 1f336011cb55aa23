package dev.keepline.imports;

import dev.keepline.kernel.CardNumberRules;
import dev.keepline.kernel.PlainText;

/**
 * Something wrong in a file.
 *
 * @param line of the file, from 1
 * @param field the header of its column; empty where the line or the file as a whole is meant
 * @param value as it stands there, shortened and without any payment card's number; for {@link Code#TWICE} the line where it stands first
 */
public record Problem(int line, String field, Code code, String value) {

    private static final int LONGEST = 80;

    public Problem {
        field = seen(field);
        value = seen(value);
    }

    /** Problems are kept and shown: whatever stands in a file, in whichever column. */
    private static String seen(String text) {
        var plain = CardNumberRules.mask(PlainText.of(text));
        return plain.codePointCount(0, plain.length()) > LONGEST
                ? plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "…"
                : plain;
    }

    /** What is wrong. */
    public enum Code {
        /** Nothing stands where something must. */
        MISSING,
        /** More characters than the column holds. */
        TOO_LONG,
        /** Neither a number nor an ICCID. */
        NO_ADDRESS,
        NOT_AN_EMAIL,
        NOT_A_NUMBER,
        NOT_AN_ICCID,
        /** Not in the catalogue. */
        NO_SUCH_CARRIER,
        /** Not in the catalogue, or another carrier's. */
        NO_SUCH_PLAN,
        NOT_A_STATE,
        NOT_A_ZIP,
        /** Of another state than the row's: taxes depend on it. */
        ZIP_OF_ANOTHER_STATE,
        NOT_A_ZONE,
        NOT_A_DATE,
        /** Written as a date, of a day that no calendar has. */
        NO_SUCH_DAY,
        /** None that letters are written in. */
        NOT_A_LANGUAGE,
        /** A payment card's number, which must not be kept; the value is covered. */
        CARD_NUMBER,
        /** A number of another country, or one that is given to nobody. */
        NOT_A_US_NUMBER,
        /** Before 2000 or after 2099. */
        DATE_TOO_FAR,
        /** Stands in this file on an earlier line. */
        TWICE,
        /** An imported line with another reference has it. */
        TAKEN,
        /** Somebody holds a line with it already. */
        HELD,
        /** More or fewer fields than the first line. */
        FIELDS,
        /** A field goes on over the end of its line where none can: a quote was opened and not closed. */
        OPEN_QUOTE,
        /** The first line names no column. */
        NO_HEADER,
        /** A column the file must have. */
        NO_COLUMN,
        /** A column nobody knows. */
        UNKNOWN_COLUMN,
        /** A column that stands there twice. */
        COLUMN_TWICE,
        /** Not UTF-8 from here on. */
        NOT_UTF8,
        /** Not CSV from here on: a quote that is not closed, a field that does not end. */
        NOT_CSV,
        /** No row at all. */
        EMPTY,
        /** More rows or bytes than one file may have. */
        TOO_LARGE
    }
}

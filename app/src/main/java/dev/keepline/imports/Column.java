package dev.keepline.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of a file of lines, in the order of the template. */
public enum Column {
    /** The operator's own, never changing name of the line; by it a later file finds the line again. */
    REFERENCE(true, 80),
    /** Who gets the invitation to claim the line. */
    EMAIL(true, 254),
    /** The telephone number; it or the ICCID is needed. */
    NUMBER(false, 30),
    /** The number of the SIM profile. */
    ICCID(false, 30),
    /** The carrier's id in the catalogue. */
    CARRIER(true, 40),
    /** The plan's id in the catalogue. */
    PLAN(false, 60),
    /** What the line is called until its holder calls it something else. */
    LABEL(false, 60),
    /** The state of primary use, two letters. */
    STATE(true, 2),
    /** The ZIP code of primary use, five digits. */
    ZIP(true, 5),
    /** The zone its days are counted in; the state's usual one where it is empty. */
    ZONE(false, 40),
    /** The last day of service, year-month-day. */
    SERVICE_UNTIL(false, 10),
    /** The language its holder is written to, for example zh-CN; every language there is where it is empty. */
    LANGUAGE(false, 16);

    private final boolean required;
    private final int longest;

    Column(boolean required, int longest) {
        this.required = required;
        this.longest = longest;
    }

    /** As in the file's first line: {@code service_until}. */
    public String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether every row needs it. */
    public boolean required() {
        return required;
    }

    /** Characters at most. */
    public int longest() {
        return longest;
    }

    /** The column of that header, without regard to case. */
    public static Optional<Column> of(String header) {
        return Stream.of(values())
                .filter(column -> column.header().equalsIgnoreCase(header.strip()))
                .findFirst();
    }
}

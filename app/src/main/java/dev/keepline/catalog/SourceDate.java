package dev.keepline.catalog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.TemporalAccessor;

/** The date of a source, as exact as the source gives it: {@code 2026-08-14}, {@code 2025-11} or {@code 2014}. */
public record SourceDate(String iso) {

    public SourceDate {
        if (!parse(iso).toString().equals(iso)) {
            throw new IllegalArgumentException("not a date, a month or a year: '" + iso + "'");
        }
    }

    private static TemporalAccessor parse(String iso) {
        try {
            return switch (iso.length()) {
                case 10 -> LocalDate.parse(iso);
                case 7 -> YearMonth.parse(iso);
                default -> Year.parse(iso);
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a date, a month or a year: '" + iso + "'", e);
        }
    }

    @Override
    public String toString() {
        return iso;
    }
}

package dev.keepline.catalog;

import dev.keepline.kernel.Validity;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * Until when a line is in service, and the day of the month it renews on: kept through short months, so that a line of
 * the 31st does not drift to the 28th.
 *
 * @param serviceEndsOn the first local date without service
 * @param anchorDay 1 to 31
 */
public record Standing(OnDate serviceEndsOn, int anchorDay) {

    public Standing {
        if (anchorDay < 1 || anchorDay > 31) {
            throw new IllegalArgumentException("not a day of a month: " + anchorDay);
        }
    }

    /** A line whose service ends on that date and whose anchor is that date's own day. */
    public static Standing endingOn(LocalDate serviceEndsOn) {
        return new Standing(new OnDate.Known(serviceEndsOn), serviceEndsOn.getDayOfMonth());
    }

    /** A term bought on that day and counted from it. */
    public static Standing bought(Period term, LocalDate on) {
        var end = Validity.after(on, term, 1);
        return new Standing(new OnDate.Known(end), anchorAfter(on.getDayOfMonth(), term, end));
    }

    /** The end of one more term that begins on {@code end}, on the anchor day where that month has it. */
    LocalDate appended(LocalDate end, Period term) {
        if (term.toTotalMonths() == 0) {
            return end.plusDays(term.get(ChronoUnit.DAYS));
        }
        var month = end.plusMonths(term.toTotalMonths());
        int wanted = Math.max(anchorDay, end.getDayOfMonth());
        return month.withDayOfMonth(Math.min(wanted, month.lengthOfMonth())).plusDays(term.get(ChronoUnit.DAYS));
    }

    /** The anchor once a term that began on {@code start} has moved the end to {@code end}. */
    int anchorAfter(LocalDate start, Period term, LocalDate end) {
        return anchorAfter(Math.max(anchorDay, start.getDayOfMonth()), term, end);
    }

    /** Whole months keep the anchor; days move it. */
    private static int anchorAfter(int anchorDay, Period term, LocalDate end) {
        return term.get(ChronoUnit.DAYS) == 0 ? anchorDay : end.getDayOfMonth();
    }
}

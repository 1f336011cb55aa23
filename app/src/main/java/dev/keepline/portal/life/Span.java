package dev.keepline.portal.life;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The stretch of time a picture shows. Pictures that are compared share one. */
public record Span(LocalDate from, LocalDate to) {

    /** A tick's name needs about this share of a narrow phone's width, so none is named right of it. */
    private static final double LAST_NAME = 93;

    public Span {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(from + " is not before " + to);
        }
    }

    /** Where a day stands, in percent of the width; days outside stand at the edge. */
    public double x(LocalDate day) {
        double share = 100.0 * ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, to);
        return Math.clamp(share, 0, 100);
    }

    /** The beginnings of months, as many of them named as leaves 40 px between names on a phone. */
    public List<Tick> ticks() {
        int step = step(ChronoUnit.DAYS.between(from, to) / 30);
        var ticks = new ArrayList<Tick>();
        for (var month = from.withDayOfMonth(1).plusMonths(1); month.isBefore(to); month = month.plusMonths(1)) {
            boolean major = (month.getMonthValue() - 1) % step == 0;
            if (major || step <= 3) {
                ticks.add(new Tick(x(month), month, major, major && x(month) <= LAST_NAME));
            }
        }
        return List.copyOf(ticks);
    }

    private static int step(long months) {
        if (months <= 5) {
            return 1;
        }
        return months <= 9 ? 2 : months <= 18 ? 3 : months <= 36 ? 6 : 12;
    }

    /** The first day of a month on the ruler. */
    public record Tick(double x, LocalDate month, boolean major, boolean named) {}
}

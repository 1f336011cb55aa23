package dev.keepline.portal.life;

import dev.keepline.portal.life.LifeBar.Box;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Draws the two clocks of a line against today. */
public final class Life {

    private static final int BEFORE = 10;
    private static final int HORIZON = 90;

    private Life() {}

    /** A span that shows a line well: what was used before today, and everything up to the loss of the number. */
    public static Span span(Clocks clocks, LocalDate today, Optional<LocalDate> periodStart) {
        var from = today.minusDays(BEFORE);
        if (clocks.serviceEndsOn().isPresent()) {
            var ends = clocks.serviceEndsOn().get();
            from = ends.isAfter(today)
                    ? periodStart.filter(start -> start.isBefore(today)).orElse(from)
                    : ends.minusDays(BEFORE);
        }
        return spare(from, last(Stream.of(clocks), today));
    }

    /** One span for pictures that are compared: before and after, or several offerings. */
    public static Span span(List<Clocks> compared, LocalDate today) {
        var last = last(compared.stream(), today);
        long before = Math.clamp(ChronoUnit.DAYS.between(today, last) / 18, 5, 25);
        return spare(today.minusDays(before), last);
    }

    /** The line as it is. */
    public static LifeBar of(Clocks clocks, LocalDate today, Span span) {
        if (clocks.serviceEndsOn().isEmpty()) {
            return unknown(today, span);
        }
        if (clocks.certainty() == Certainty.WORD) {
            return ownWord(clocks, today, span);
        }
        var draw = new Drawing(span);
        var ends = clocks.serviceEndsOn().get();
        boolean byRule = clocks.certainty() == Certainty.RULE;
        draw.box("had", span.from(), earlier(today, ends), false);
        draw.box("has", today, ends, byRule);
        grace(draw, clocks, today);
        return draw.bar(today, clocks, OptionalDouble.empty());
    }

    /** The line with what a renewal adds: after the end when it still runs, from today when it has stopped. */
    public static LifeBar adding(Clocks before, Clocks after, LocalDate today, Span span) {
        if (after.serviceEndsOn().isEmpty()) {
            return of(after, today, span);
        }
        var draw = new Drawing(span);
        var newEnd = after.serviceEndsOn().get();
        var oldEnd = before.serviceEndsOn().orElse(today);
        var start = oldEnd.isAfter(today) ? oldEnd : today;
        draw.box("had", span.from(), earlier(today, oldEnd), false);
        draw.box("has", today, oldEnd, before.certainty() == Certainty.RULE);
        draw.box("add", start, newEnd, false);
        grace(draw, after, newEnd);
        return draw.bar(today, after, OptionalDouble.of((span.x(start) + span.x(newEnd)) / 2));
    }

    private static void grace(Drawing draw, Clocks clocks, LocalDate today) {
        var ends = clocks.serviceEndsOn().orElseThrow();
        if (clocks.numberLostOn().isEmpty()) {
            draw.box("maybe", ends, draw.span.to(), false);
            draw.doubt((draw.span.x(ends) + 100) / 2);
            return;
        }
        var lost = clocks.numberLostOn().get();
        draw.box("past", ends, earlier(today, lost), true);
        draw.box("grace", later(today, ends), lost, true);
        clocks.latestLostOn().ifPresent(latest -> draw.box("maybe", lost, latest, false));
        draw.rail(later(lost, clocks.latestLostOn().orElse(lost)));
    }

    private static LifeBar ownWord(Clocks clocks, LocalDate today, Span span) {
        var draw = new Drawing(span);
        var ends = clocks.serviceEndsOn().orElseThrow();
        draw.box("word", span.from(), ends, false);
        if (clocks.numberLostOn().isPresent()) {
            draw.box("word thin", ends, clocks.numberLostOn().get(), false);
            draw.rail(clocks.numberLostOn().get());
        } else {
            draw.box("maybe", ends, span.to(), false);
            draw.doubt((span.x(ends) + 100) / 2);
        }
        return draw.bar(today, clocks, OptionalDouble.empty());
    }

    private static LifeBar unknown(LocalDate today, Span span) {
        var draw = new Drawing(span);
        draw.boxes.add(new Box("rail", 0, span.x(today), false));
        draw.box("maybe", today, span.to(), false);
        double left = 100 - span.x(today);
        for (int i = 1; i <= 3; i++) {
            draw.doubt(span.x(today) + left * i / 4);
        }
        return draw.bar(today, Clocks.UNKNOWN, OptionalDouble.empty());
    }

    private static LocalDate last(Stream<Clocks> clocks, LocalDate today) {
        return clocks.map(c -> Stream.of(c.serviceEndsOn(), c.numberLostOn(), c.latestLostOn())
                        .flatMap(Optional::stream)
                        .max(LocalDate::compareTo)
                        .map(day -> c.numberLostOn().isPresent() ? day : day.plusDays(HORIZON / 3))
                        .orElse(today.plusDays(HORIZON)))
                .reduce(today.plusDays(7), Life::later);
    }

    private static Span spare(LocalDate from, LocalDate last) {
        return new Span(from, last.plusDays(Math.max(2, ChronoUnit.DAYS.between(from, last) / 20)));
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    /** What has been drawn so far, from back to front. */
    private static final class Drawing {

        private final Span span;
        private final List<Box> boxes = new ArrayList<>();
        private final List<Double> doubts = new ArrayList<>();

        Drawing(Span span) {
            this.span = span;
        }

        void box(String kind, LocalDate from, LocalDate to, boolean hatched) {
            var box = new Box(kind, span.x(from), span.x(to) - span.x(from), hatched);
            if (box.isVisible()) {
                boxes.add(box);
            }
        }

        void rail(LocalDate from) {
            boxes.addFirst(new Box("rail", span.x(from), 100 - span.x(from), false));
        }

        void doubt(double x) {
            doubts.add(x);
        }

        LifeBar bar(LocalDate today, Clocks clocks, OptionalDouble plus) {
            return new LifeBar(
                    span,
                    today,
                    List.copyOf(boxes),
                    x(clocks.serviceEndsOn()),
                    x(clocks.numberLostOn()),
                    clocks.certainty() == Certainty.WORD,
                    List.copyOf(doubts),
                    plus);
        }

        /** Where a marker stands; one of a day before the picture begins would hang outside it. */
        private OptionalDouble x(Optional<LocalDate> day) {
            return day.isPresent() && day.get().isAfter(span.from())
                    ? OptionalDouble.of(span.x(day.get()))
                    : OptionalDouble.empty();
        }
    }
}

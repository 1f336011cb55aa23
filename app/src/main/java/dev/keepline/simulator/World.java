package dev.keepline.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Time, chance and what is to happen. Single-threaded: a worker that is paused or waits for an answer lets the world go on
 * inside its own call, and returns to a world that has changed meanwhile.
 */
final class World implements InstantSource {

    static final Instant START = Instant.parse("2026-11-25T10:00:00Z");

    /** Nothing takes longer: a hold lives a week, a renewal is watched for two. */
    private static final Duration LONGEST = Duration.ofDays(60);

    private static final int MOST_STEPS = 60_000;

    /** Work that happens by itself, whenever it is due. */
    interface Work {
        Optional<Instant> dueAt();

        void run();
    }

    private record Event(Instant at, long number, Runnable action) {}

    private final Dice dice;
    private final Trace trace;
    private final Coverage coverage = new Coverage();
    private final PriorityQueue<Event> agenda =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::number));
    private final List<Work> works = new ArrayList<>();
    private Instant now = START;
    private long events;
    private int steps;
    private Instant busySince = START;
    private int busy;

    World(long seed, boolean inWords) {
        dice = new Dice(seed);
        trace = new Trace(inWords);
    }

    @Override
    public Instant instant() {
        return now;
    }

    Dice dice() {
        return dice;
    }

    Trace trace() {
        return trace;
    }

    Coverage coverage() {
        return coverage;
    }

    void add(Work work) {
        works.add(work);
    }

    /** Something will happen after so long. */
    void after(Duration delay, Runnable action) {
        agenda.add(new Event(now.plus(delay), events++, action));
    }

    /** Lets time pass for somebody who waits, and everything happen that falls into it. */
    void pass(Duration time) {
        var until = now.plus(time);
        goOn(until);
        now = now.isBefore(until) ? until : now;
    }

    /** Until nothing is left to happen. */
    void toRest() {
        var end = START.plus(LONGEST);
        goOn(end);
        if (next().isPresent()) {
            throw new Violation("END", "after " + LONGEST.toDays() + " days something still goes on");
        }
    }

    private void goOn(Instant until) {
        for (var next = next(); next.isPresent() && !next.get().isAfter(until); next = next()) {
            now = now.isBefore(next.get()) ? next.get() : now;
            step();
        }
    }

    private Optional<Instant> next() {
        Instant first = agenda.isEmpty() ? Instant.MAX : agenda.peek().at();
        for (var work : works) {
            first = earlier(first, work.dueAt().orElse(Instant.MAX));
        }
        return first.equals(Instant.MAX) ? Optional.empty() : Optional.of(first);
    }

    private static Instant earlier(Instant a, Instant b) {
        return b.isBefore(a) ? b : a;
    }

    private void step() {
        count();
        var event = agenda.peek();
        if (event != null && !event.at().isAfter(now)) {
            agenda.remove();
            event.action().run();
            return;
        }
        for (var work : works) {
            if (work.dueAt().filter(at -> !at.isAfter(now)).isPresent()) {
                work.run();
                return;
            }
        }
    }

    /** A loop that makes no progress in time is a fault of its own: it would keep a worker and a vendor busy. */
    private void count() {
        if (++steps > MOST_STEPS) {
            throw new Violation("END", "no rest after " + MOST_STEPS + " steps");
        }
        if (now.isAfter(busySince.plusSeconds(1))) {
            busySince = now;
            busy = 0;
        }
        if (++busy > 200) {
            throw new Violation("END", "200 steps within a second");
        }
    }
}

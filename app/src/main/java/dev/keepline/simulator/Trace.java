package dev.keepline.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What happened, as a number that is the same for the same run, and in words when somebody wants to read them. */
final class Trace {

    private static final long PRIME = 0x100000001b3L;

    private final boolean inWords;
    private final List<String> lines = new ArrayList<>();
    private long hash = 0xcbf29ce484222325L;

    Trace(boolean inWords) {
        this.inWords = inWords;
    }

    /** Adds one event. The text is made only when it will be read, so it may take its time. */
    void add(Instant at, String event, long detail, Supplier<String> words) {
        mix(at.getEpochSecond() * 1_000_000_000L + at.getNano());
        mix(event.hashCode());
        mix(detail);
        if (inWords) {
            lines.add(at + " " + event + " " + words.get());
        }
    }

    private void mix(long value) {
        hash = (hash ^ value) * PRIME;
        hash ^= hash >>> 29;
    }

    long hash() {
        return hash;
    }

    List<String> lines() {
        return lines;
    }
}

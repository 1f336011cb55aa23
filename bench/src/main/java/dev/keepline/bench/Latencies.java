package dev.keepline.bench;

import java.time.Duration;
import java.util.Arrays;

/** How long each of many things took, and how long all of them took together. */
final class Latencies {

    private final long[] sortedNanos;
    private final Duration wall;

    private Latencies(long[] sortedNanos, Duration wall) {
        this.sortedNanos = sortedNanos;
        this.wall = wall;
    }

    static Latencies of(long[] nanos, Duration wall) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted, wall);
    }

    int count() {
        return sortedNanos.length;
    }

    double perSecond() {
        return count() / (wall.toNanos() / 1e9);
    }

    /** The smallest time that so large a part of all did not exceed (nearest rank), in milliseconds. */
    double millis(double part) {
        if (sortedNanos.length == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        int rank = (int) Math.ceil(part * sortedNanos.length);
        return sortedNanos[Math.clamp(rank, 1, sortedNanos.length) - 1] / 1e6;
    }
}

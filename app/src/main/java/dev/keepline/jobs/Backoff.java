package dev.keepline.jobs;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failure: anything between nothing and a bound that doubles ("full jitter"), so that what failed
 * together does not come back together.
 */
record Backoff(Duration first, Duration longest, RandomGenerator random) {

    private static final int DOUBLINGS = 30;

    /** @param attempts failed in a row, 1 or more */
    Duration after(long attempts) {
        int doublings = Math.clamp(attempts - 1, 0, DOUBLINGS);
        long bound = Math.min(longest.toMillis(), Math.multiplyExact(first.toMillis(), 1L << doublings));
        return Duration.ofMillis(random.nextLong(bound + 1));
    }
}

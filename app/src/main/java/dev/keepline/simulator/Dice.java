package dev.keepline.simulator;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.UUID;

/** All chance of a run: one seed, one sequence. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean chance(int perMille) {
        return perMille > 0 && random.nextInt(1_000) < perMille;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From the first, included, to the last, excluded; to the millisecond. */
    Duration between(Duration first, Duration last) {
        return Duration.ofMillis(random.nextLong(first.toMillis(), last.toMillis()));
    }

    /** Like {@link #between}, but each order of magnitude is as likely as the next. */
    Duration around(Duration first, Duration last) {
        double from = Math.log((double) first.toMillis());
        double to = Math.log((double) last.toMillis());
        return Duration.ofMillis((long) Math.exp(from + random.nextDouble() * (to - from)));
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}

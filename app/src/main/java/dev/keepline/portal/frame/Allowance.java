package dev.keepline.portal.frame;

import java.time.Duration;
import java.util.function.LongSupplier;

/** So many in each stretch of time and no more, whoever asks: for what anybody may cause. */
final class Allowance {

    private final int most;
    private final long stretch;
    private final LongSupplier nanos;
    private long began;
    private int asked;

    /** @param nanos a clock that is never set, such as {@link System#nanoTime} */
    Allowance(int most, Duration stretch, LongSupplier nanos) {
        this.most = most;
        this.stretch = stretch.toNanos();
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /**
     * Whether this one is within it.
     *
     * @param missed of the stretch before, where this is the first of a new one
     */
    record Answer(boolean granted, int missed) {}

    synchronized Answer ask() {
        long now = nanos.getAsLong();
        int missed = 0;
        if (now - began >= stretch) {
            missed = Math.max(0, asked - most);
            began = now;
            asked = 0;
        }
        asked++;
        return new Answer(asked <= most, missed);
    }
}

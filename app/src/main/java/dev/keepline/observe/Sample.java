package dev.keepline.observe;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was last counted, and how long ago. A failure keeps what was known and its growing age: never a zero that nobody
 * counted.
 */
public final class Sample<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Sample.class);

    private final String name;
    private final Duration every;
    private final Supplier<Optional<T>> source;
    private final LongSupplier nanos;
    private final long since;
    private volatile Optional<Taken<T>> latest = Optional.empty();
    private volatile long failures;
    private volatile boolean failing;
    private Optional<Long> tried = Optional.empty();

    private record Taken<T>(T value, long at) {}

    /**
     * Not taken yet.
     *
     * @param every zero to take it at each round
     * @param source empty as long as there is nothing whole to tell
     * @param nanos monotonic, as {@link System#nanoTime}
     */
    Sample(String name, Duration every, Supplier<Optional<T>> source, LongSupplier nanos) {
        this.name = name;
        this.every = every;
        this.source = source;
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    /** The name in metrics and on pages. */
    public String name() {
        return name;
    }

    /** What was last counted; empty when that never succeeded. */
    public Optional<T> latest() {
        return latest.map(Taken::value);
    }

    /** Since it was last counted; since the start where that never succeeded. */
    public Duration age() {
        return Duration.ofNanos(nanos.getAsLong() - latest.map(Taken::at).orElse(since));
    }

    /** Whether the latest try failed. */
    public boolean failing() {
        return failing;
    }

    /** Tries that failed since the start. */
    public long failures() {
        return failures;
    }

    /** Counts again if its time has come. By one thread only. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes, others read
    void take() {
        long now = nanos.getAsLong();
        if (tried.isPresent() && now - tried.get() < every.toNanos()) {
            return;
        }
        tried = Optional.of(now);
        try {
            source.get().ifPresent(value -> latest = Optional.of(new Taken<>(value, nanos.getAsLong())));
            failing = false;
        } catch (RuntimeException failure) {
            failures++;
            failing = true;
            LOG.warn("{} cannot be counted now", name, failure);
        }
    }
}

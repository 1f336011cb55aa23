package dev.keepline.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes gauges down: one line each. What is not known is NaN, which no rule takes for zero. */
record Gauges(MeterRegistry registry) {

    /** A number. */
    <N extends Number> void count(String name, String description, Tags tags, Supplier<Optional<N>> value) {
        if (written(name, tags)) {
            return;
        }
        Gauge.builder(name, () -> value.get().map(Number::doubleValue).orElse(Double.NaN))
                .description(description)
                .tags(tags)
                .register(registry);
    }

    /** A length of time, in seconds. */
    void time(String name, String description, Tags tags, Supplier<Optional<Duration>> value) {
        if (written(name, tags)) {
            return;
        }
        Gauge.builder(
                        name,
                        () -> value.get().map(time -> time.toMillis() / 1000.0).orElse(Double.NaN))
                .description(description)
                .baseUnit("seconds")
                .tags(tags)
                .register(registry);
    }

    /** Whether this very series is there: some are written down as soon as their label was seen, and seen again. */
    private boolean written(String name, Tags tags) {
        return registry.find(name).tags(tags).gauges().stream()
                .anyMatch(gauge -> Tags.of(gauge.getId().getTags()).equals(tags));
    }

    /** A truth: 1 or 0. */
    void truth(String name, String description, Tags tags, Supplier<Boolean> value) {
        count(name, description, tags, () -> Optional.of(value.get() ? 1 : 0));
    }

    /** What a sample last told. */
    static <T, V> Supplier<Optional<V>> of(Sample<T> sample, Function<T, V> part) {
        return () -> sample.latest().map(part);
    }
}

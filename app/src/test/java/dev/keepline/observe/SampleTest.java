package dev.keepline.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.Money;
import dev.keepline.ledger.LedgerPass;
import dev.keepline.notifications.LetterQueue;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SampleTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
    private boolean broken;

    @Test
    void what_cannot_be_counted_keeps_its_last_value_and_grows_old() {
        var sample = sample("letters", () -> Optional.of(7L));
        assertThat(sample.latest()).isEmpty();
        sample.take();
        pass(Duration.ofSeconds(15));
        assertThat(sample.latest()).contains(7L);

        broken = true;
        sample.take();
        pass(Duration.ofSeconds(15));
        assertThat(sample.latest()).contains(7L);
        assertThat(sample.age()).isEqualTo(Duration.ofSeconds(30));
        assertThat(sample.failing()).isTrue();
        assertThat(sample.failures()).isEqualTo(1);

        broken = false;
        sample.take();
        assertThat(sample.age()).isZero();
        assertThat(sample.failing()).isFalse();
    }

    @Test
    void what_need_not_be_asked_so_often_is_not() {
        var sample = new Sample<>("float", Duration.ofMinutes(5), counted(() -> Optional.of(1L)), nanos::get);
        for (int second = 0; second < 600; second += 15) {
            sample.take();
            pass(Duration.ofSeconds(15));
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_scrape_asks_nobody_and_what_was_never_counted_is_no_zero() {
        var letters = sample("letters", () -> Optional.of(new LetterQueue.Waiting(3, Duration.ofSeconds(90))));
        var samples = new Samples(
                sample("renewals", Optional::empty),
                sample("jobs", Optional::empty),
                letters,
                sample("webhooks", Optional::empty),
                sample("ledger", Optional::<LedgerPass>empty),
                new TreeMap<>(Map.of("dtone", sample("float-dtone", () -> Optional.of(Money.usd(12_345))))));
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var metrics = new SampledMetrics(new Gauges(registry), samples);
        assertThat(registry.scrape())
                .contains(
                        "keepline_letters_waiting NaN",
                        "keepline_holds_near_end NaN",
                        "keepline_ledger_differences NaN");

        broken = true;
        samples.all().forEach(Sample::take);
        metrics.renew();
        assertThat(registry.scrape())
                .contains("keepline_letters_waiting NaN", "keepline_sample_failures_total{sample=\"letters\"} 1.0");
        broken = false;
        samples.all().forEach(Sample::take);
        metrics.renew();
        long before = asked.get();
        pass(Duration.ofSeconds(4));
        for (int scrape = 0; scrape < 10; scrape++) {
            assertThat(registry.scrape())
                    .contains("keepline_letters_waiting 3.0", "keepline_letters_oldest_seconds 90.0")
                    .contains("keepline_sample_age_seconds{sample=\"letters\"} 4.0")
                    .contains("keepline_float{by=\"connector\",connector=\"dtone\"} 12345.0")
                    .contains("keepline_float{by=\"books\",connector=\"dtone\"} NaN")
                    .contains("keepline_ledger_differences NaN");
        }
        assertThat(asked).hasValue(before);
    }

    @Test
    void a_walk_that_saw_nothing_of_our_float_says_nothing_of_it() {
        var samples = new Samples(
                sample("renewals", Optional::empty),
                sample("jobs", Optional::empty),
                sample("letters", Optional::empty),
                sample("webhooks", Optional::empty),
                sample("ledger", () -> Optional.of(new LedgerPass(1, 0, Map.of(), Map.of()))),
                new TreeMap<>(Map.of("dtone", sample("float-dtone", () -> Optional.of(Money.usd(12_345))))));
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var metrics = new SampledMetrics(new Gauges(registry), samples);
        samples.all().forEach(Sample::take);
        metrics.renew();
        assertThat(registry.scrape())
                .contains("keepline_ledger_differences 0.0")
                .contains("keepline_float{by=\"books\",connector=\"dtone\"} NaN");
    }

    private <T> Sample<T> sample(String name, Supplier<Optional<T>> source) {
        return new Sample<>(name, Duration.ZERO, counted(source), nanos::get);
    }

    private <T> Supplier<Optional<T>> counted(Supplier<Optional<T>> source) {
        return () -> {
            asked.incrementAndGet();
            if (broken) {
                throw new IllegalStateException("the database is away");
            }
            return source.get();
        };
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}

package dev.keepline.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private final Backoff backoff =
            new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), new SplittableRandom(20261125));

    @ParameterizedTest
    @CsvSource(textBlock = """
            # attempts failed, longest wait
            1,                 PT1S
            2,                 PT2S
            3,                 PT4S
            9,                 PT4M16S
            10,                PT5M
            9223372036854775807, PT5M
            """)
    void fault_19_waits_are_spread_from_nothing_to_a_bound_that_doubles(long attempts, Duration longest) {
        var waits = LongStream.range(0, 2_000)
                .mapToObj(_ -> backoff.after(attempts))
                .sorted()
                .toList();
        assertThat(waits.getLast())
                .isLessThanOrEqualTo(longest)
                .isGreaterThan(longest.multipliedBy(95).dividedBy(100));
        assertThat(waits.getFirst()).isLessThan(longest.multipliedBy(5).dividedBy(100));
    }

    @Test
    void what_failed_together_does_not_come_back_together() {
        assertThat(LongStream.range(0, 100).mapToObj(_ -> backoff.after(9)).distinct())
                .hasSizeGreaterThan(95);
    }
}

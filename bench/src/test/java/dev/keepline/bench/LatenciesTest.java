package dev.keepline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void percentiles_are_by_nearest_rank_whatever_the_order() {
        long[] nanos =
                LongStream.rangeClosed(1, 200).map(n -> (201 - n) * 1_000_000).toArray();

        var taken = Latencies.of(nanos, Duration.ofSeconds(4));

        assertThat(taken.millis(0.50)).isEqualTo(100);
        assertThat(taken.millis(0.99)).isEqualTo(198);
        assertThat(taken.millis(1)).isEqualTo(200);
        assertThat(taken.perSecond()).isEqualTo(50);
    }

    @Test
    void nothing_measured_is_no_figure() {
        var none = Latencies.of(new long[0], Duration.ofSeconds(1));

        assertThatThrownBy(() -> none.millis(0.99)).isInstanceOf(IllegalStateException.class);
    }
}

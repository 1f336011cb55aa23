package dev.keepline.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Allowance allowance = new Allowance(2, Duration.ofSeconds(1), nanos::get);

    @Test
    void so_many_are_granted_in_each_stretch_and_the_first_of_the_next_hears_how_many_were_not() {
        assertThat(allowance.ask()).isEqualTo(new Allowance.Answer(true, 0));
        assertThat(allowance.ask().granted()).isTrue();
        assertThat(allowance.ask().granted()).isFalse();
        assertThat(allowance.ask().granted()).isFalse();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(allowance.ask()).isEqualTo(new Allowance.Answer(true, 2));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(allowance.ask()).isEqualTo(new Allowance.Answer(true, 0));
    }
}

package dev.keepline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When the database counts as gone, and who may look. */
class OutageTest {

    private final AtomicLong nanos = new AtomicLong(1);
    private final AtomicBoolean there = new AtomicBoolean(true);
    private final AtomicInteger looks = new AtomicInteger();
    private final Outage outage = new Outage(
            () -> {
                looks.incrementAndGet();
                if (!there.get()) {
                    throw new SQLException("refused");
                }
            },
            nanos::incrementAndGet);

    @Test
    void who_waited_in_vain_on_a_busy_pool_makes_no_outage() {
        outage.failed();
        assertThatCode(() -> outage.check(false)).doesNotThrowAnyException();
        assertThatCode(() -> outage.check(true))
                .as("a pool that is about to fill")
                .doesNotThrowAnyException();
    }

    @Test
    void a_dry_pool_of_a_database_that_takes_no_connection_is_an_outage_that_one_at_a_time_looks_at() {
        there.set(false);
        assertThatThrownBy(() -> outage.check(true)).hasMessageContaining("known to be gone");
        assertThatThrownBy(() -> outage.check(false)).hasMessageContaining("known to be gone");
        assertThat(looks).hasValue(1);
        there.set(true);
        assertThatThrownBy(() -> outage.check(false))
                .as("not looked at again yet")
                .isInstanceOf(SQLException.class);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThatCode(() -> outage.check(false)).doesNotThrowAnyException();
        assertThat(looks).hasValue(2);
    }
}

package dev.keepline.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.database.PostgresTest;
import dev.keepline.jobs.WorkerPulse;
import dev.keepline.observe.Health.Part;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class HealthTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private final GenericApplicationContext context = new GenericApplicationContext();
    private final AtomicLong nanos = new AtomicLong();
    private List<WorkerPulse> pulses = List.of(pulse(true, Duration.ZERO));

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void it_is_ready_once_started_with_a_migrated_database_and_not_any_more_when_it_ends() {
        var probe = new DatabaseProbe(postgres.jdbc(), nanos::get);
        var health = new Health(probe, () -> pulses);
        assertThat(wrong(health)).containsExactly(Part.STARTED, Part.DATABASE);
        probe.ask();
        started(health);
        assertThat(wrong(health)).isEmpty();
        assertThat(health.ready()).isTrue();

        health.onApplicationEvent(new ContextClosedEvent(context));
        assertThat(wrong(health)).containsExactly(Part.NOT_ENDING);
        assertThat(health.ready()).isFalse();
        assertThat(health.alive()).isTrue();
    }

    @Test
    void a_database_that_falls_silent_makes_it_not_ready_but_no_restart_helps() {
        var away = new DatabaseProbe(
                JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nowhere", "a", "b")),
                nanos::get);
        away.ask();
        assertThat(away.reachable()).isFalse();

        var probe = new DatabaseProbe(postgres.jdbc(), nanos::get);
        var health = new Health(probe, () -> pulses);
        started(health);
        probe.ask();
        nanos.addAndGet(Duration.ofSeconds(9).toNanos());
        assertThat(health.ready()).isTrue();
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(wrong(health)).containsExactly(Part.DATABASE);
        assertThat(health.alive()).isTrue();
        probe.ask();
        assertThat(health.ready()).isTrue();
    }

    @Test
    void a_database_of_an_older_release_is_not_migrated() {
        var probe = new DatabaseProbe(postgres.jdbc(), nanos::get);
        var health = new Health(probe, () -> pulses);
        started(health);
        postgres.owner()
                .sql("update flyway_schema_history set success = false where version = '155'")
                .update();
        try {
            probe.ask();
            assertThat(wrong(health)).containsExactly(Part.MIGRATED);
            assertThat(probe.missing()).containsExactly(155);
        } finally {
            postgres.owner()
                    .sql("update flyway_schema_history set success = true")
                    .update();
        }
        probe.ask();
        assertThat(wrong(health)).isEmpty();
    }

    @Test
    void a_worker_that_is_stuck_makes_it_not_ready_and_one_that_ended_needs_a_restart() {
        var probe = new DatabaseProbe(postgres.jdbc(), nanos::get);
        var health = new Health(probe, () -> pulses);
        started(health);
        probe.ask();
        pulses = List.of(pulse(true, Duration.ofSeconds(31)));
        assertThat(wrong(health)).containsExactly(Part.WORKERS);
        assertThat(health.alive()).isTrue();
        pulses = List.of(pulse(false, Duration.ZERO));
        assertThat(wrong(health)).containsExactly(Part.WORKERS);
        assertThat(health.alive()).isFalse();
    }

    private void started(Health health) {
        health.onApplicationEvent(
                new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO));
    }

    private static List<Part> wrong(Health health) {
        return health.parts().stream()
                .filter(state -> !state.well())
                .map(Health.State::part)
                .toList();
    }

    private static WorkerPulse pulse(boolean alive, Duration looked) {
        return new WorkerPulse("renewal", alive, looked, 0, 16);
    }
}

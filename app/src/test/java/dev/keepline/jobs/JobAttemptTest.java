package dev.keepline.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.database.PostgresTest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JobAttemptTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final int ATTEMPTS = 3;
    private final JobsDesk desk = new JobsDesk(postgres);
    private final List<String> alarms = new ArrayList<>();

    @BeforeEach
    void nothing_to_do() {
        desk.reset();
    }

    @Test
    void fault_18_a_poison_item_is_set_aside_with_an_alarm_and_the_others_go_on() {
        var poison = desk.due();
        var healthy = desk.due();
        var done = new ArrayList<WakeRef>();
        runUntilNothingIsDue(handler(claim -> {
            if (claim.job().equals(poison)) {
                throw new IllegalStateException("cannot be read");
            }
            done.add(claim.job());
            return new Next.Rest();
        }));
        assertThat(done).containsExactly(healthy);
        assertThat(alarms).containsExactly(poison.key() + ": java.lang.IllegalStateException: cannot be read");
        assertThat(desk.quarantine.list(10))
                .singleElement()
                .satisfies(item -> assertThat(item.job()).isEqualTo(poison))
                .satisfies(item -> assertThat(item.attempts()).isEqualTo(ATTEMPTS));
    }

    @Test
    void fault_18_an_item_that_kills_every_worker_is_set_aside_too() {
        desk.due();
        for (int killed = 0; killed < ATTEMPTS; killed++) {
            desk.claim(JobsDesk.OVER);
        }
        var steps = new ArrayList<Claim>();
        runUntilNothingIsDue(handler(claim -> {
            steps.add(claim);
            return new Next.Rest();
        }));
        assertThat(steps).isEmpty();
        assertThat(alarms).singleElement().asString().contains("no worker lived to the end");
    }

    @Test
    void attempts_are_counted_in_a_row() {
        desk.due();
        var calls = new ArrayList<Claim>();
        runUntilNothingIsDue(handler(claim -> {
            calls.add(claim);
            if (calls.size() % ATTEMPTS != 0) {
                throw new IllegalStateException("a bad moment");
            }
            return calls.size() < 4 * ATTEMPTS ? new Next.At(java.time.Instant.EPOCH) : new Next.Rest();
        }));
        assertThat(calls).hasSize(4 * ATTEMPTS);
        assertThat(alarms).isEmpty();
    }

    @Test
    void what_an_operator_releases_gets_a_full_round_of_attempts() {
        var job = desk.due();
        var calls = new ArrayList<Claim>();
        var failing = handler(claim -> {
            calls.add(claim);
            throw new IllegalStateException("still broken");
        });
        runUntilNothingIsDue(failing);
        desk.jobs.wake(job);
        runUntilNothingIsDue(failing);
        assertThat(calls).as("a wake-up does not end quarantine").hasSize(ATTEMPTS);
        assertThat(desk.quarantine.release(job)).isTrue();
        runUntilNothingIsDue(failing);
        assertThat(calls).hasSize(2 * ATTEMPTS);
        assertThat(desk.quarantine.release(desk.due())).isFalse();
    }

    @Test
    void an_item_is_not_set_aside_silently_when_nobody_can_be_told() {
        desk.due();
        var unheard = new JobHandler() {
            @Override
            public String kind() {
                return JobsDesk.KIND;
            }

            @Override
            public Next step(Claim claim) {
                throw new IllegalStateException("broken");
            }

            @Override
            public void quarantined(WakeRef job, String cause) {
                throw new IllegalArgumentException("no one listens");
            }
        };
        var attempt = desk.attempt(unheard, 1);
        var lease = desk.leases.claim(JobsDesk.KIND, JobsDesk.OVER, 1).getFirst();
        assertThatThrownBy(() -> attempt.run(lease)).hasMessage("no one listens");
        assertThat(desk.quarantine.list(10)).isEmpty();
        assertThat(desk.claimed()).containsExactly(lease.claim().job());
    }

    private void runUntilNothingIsDue(JobHandler handler) {
        var attempt = desk.attempt(handler, ATTEMPTS);
        for (int rounds = 0; rounds < 100; rounds++) {
            desk.timePasses();
            var due = desk.leases.claim(JobsDesk.KIND, JobsDesk.LONG, 10);
            if (due.isEmpty()) {
                return;
            }
            due.forEach(attempt::run);
        }
        throw new AssertionError("work does not end");
    }

    private JobHandler handler(Function<Claim, Next> step) {
        return new JobHandler() {
            @Override
            public String kind() {
                return JobsDesk.KIND;
            }

            @Override
            public Next step(Claim claim) {
                return step.apply(claim);
            }

            @Override
            public void quarantined(WakeRef job, String cause) {
                alarms.add(job.key() + ": " + cause);
            }
        };
    }
}

package dev.keepline.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.database.PostgresTest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JobRunnerTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    /** So long that a test which depended on polling would fail. */
    private static final Duration NEVER = Duration.ofHours(1);

    private static final Duration OFTEN = Duration.ofMillis(20);
    private final JobsDesk desk = new JobsDesk(postgres);

    @BeforeEach
    void nothing_to_do() {
        desk.reset();
    }

    @Test
    void a_committed_wake_up_is_taken_up_at_once() throws InterruptedException {
        var job = desk.due();
        desk.leases.finish(desk.claim(JobsDesk.LONG), java.util.Optional.empty());
        var done = new LinkedBlockingQueue<WakeRef>();
        try (var runner = runner(NEVER, claim -> {
            done.add(claim.job());
            return new Next.Rest();
        })) {
            runner.start();
            desk.jobs.wake(job);
            assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo(job);
        }
    }

    @Test
    void work_that_becomes_due_without_a_nudge_is_found() throws InterruptedException {
        var done = new LinkedBlockingQueue<WakeRef>();
        try (var runner = runner(OFTEN, claim -> {
            done.add(claim.job());
            return new Next.Rest();
        })) {
            runner.start();
            var job = desk.job();
            new Jobs(postgres.jdbc(), postgres.transactions(), new Nudges()).schedule(job, java.time.Instant.EPOCH);
            assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo(job);
        }
    }

    @Test
    void a_wake_up_during_the_step_makes_another_step() throws InterruptedException {
        var job = desk.due();
        var woken = new CountDownLatch(2);
        try (var runner = runner(NEVER, claim -> {
            if (woken.getCount() == 2) {
                desk.jobs.wake(job);
            }
            woken.countDown();
            return new Next.Rest();
        })) {
            runner.start();
            assertThat(woken.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void two_runners_share_the_work_and_no_job_runs_twice_at_once() throws InterruptedException {
        int count = 120;
        var jobs = Stream.generate(desk::due).limit(count).toList();
        var busy = ConcurrentHashMap.<WakeRef>newKeySet();
        var done = new LinkedBlockingQueue<WakeRef>();
        var clashes = new AtomicInteger();
        Step step = claim -> {
            if (!busy.add(claim.job())) {
                clashes.incrementAndGet();
            }
            takeSomeTime();
            busy.remove(claim.job());
            done.add(claim.job());
            return new Next.Rest();
        };
        try (var one = runner(OFTEN, step);
                var two = runner(OFTEN, step)) {
            one.start();
            two.start();
            for (int i = 0; i < count; i++) {
                assertThat(done.poll(20, TimeUnit.SECONDS)).isNotNull();
            }
        }
        assertThat(Set.copyOf(jobs)).hasSize(count);
        assertThat(done).isEmpty();
        assertThat(clashes).hasValue(0);
    }

    @Test
    void never_more_steps_at_once_than_there_are_workers() throws InterruptedException {
        Stream.generate(desk::due).limit(30).forEach(job -> {});
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new CountDownLatch(30);
        try (var runner = runner(OFTEN, claim -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            takeSomeTime();
            now.decrementAndGet();
            done.countDown();
            return new Next.Rest();
        })) {
            runner.start();
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void closing_waits_for_the_running_step() throws InterruptedException {
        desk.due();
        var started = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var ended = new AtomicInteger();
        var runner = runner(OFTEN, claim -> {
            started.countDown();
            mayEnd.await();
            ended.incrementAndGet();
            return new Next.Rest();
        });
        runner.start();
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        var closing = Thread.startVirtualThread(runner::close);
        mayEnd.countDown();
        closing.join();
        assertThat(ended).hasValue(1);
    }

    private static void takeSomeTime() {
        postgres.jdbc().sql("select 1").query(Integer.class).single();
    }

    @FunctionalInterface
    private interface Step {
        Next at(Claim claim) throws InterruptedException;
    }

    private JobRunner runner(Duration idle, Step step) {
        var handler = new JobHandler() {
            @Override
            public String kind() {
                return JobsDesk.KIND;
            }

            @Override
            public Next step(Claim claim) {
                try {
                    return step.at(claim);
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }

            @Override
            public void quarantined(WakeRef job, String cause) {
                throw new AssertionError(job + " " + cause);
            }
        };
        var retry = new JobSettings.Retry(5, Duration.ofMillis(1), Duration.ofMillis(1));
        var settings = new JobSettings(3, JobsDesk.LONG, idle, Duration.ofSeconds(20), retry);
        var runner = new JobRunner(JobsDesk.KIND, desk.leases, desk.attempt(handler, 5), settings);
        desk.nudges.listen(JobsDesk.KIND, runner::nudge);
        return runner;
    }
}

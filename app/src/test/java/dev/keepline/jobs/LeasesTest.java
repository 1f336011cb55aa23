package dev.keepline.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.database.PostgresTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeasesTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
    private final JobsDesk desk = new JobsDesk(postgres);

    @BeforeEach
    void nothing_to_do() {
        desk.reset();
    }

    @Test
    void work_is_due_at_its_time_and_not_before() {
        var later = desk.job();
        desk.jobs.schedule(later, FAR);
        var now = desk.due();
        assertThat(desk.claimed()).containsExactly(now);
        desk.timePasses();
        assertThat(desk.claimed()).containsExactly(later);
    }

    @Test
    void scheduling_again_brings_forward_and_never_puts_off() {
        var job = desk.due();
        desk.jobs.schedule(job, FAR);
        assertThat(desk.claimed()).containsExactly(job);
    }

    @Test
    void the_longest_due_comes_first() {
        var second = desk.job();
        desk.jobs.schedule(second, Instant.EPOCH.plusSeconds(1));
        var first = desk.due();
        assertThat(desk.claim(JobsDesk.LONG).job()).isEqualTo(first);
        assertThat(desk.claim(JobsDesk.LONG).job()).isEqualTo(second);
    }

    @Test
    void leased_work_is_given_to_nobody_else_and_rests_when_finished() {
        desk.due();
        var claim = desk.claim(JobsDesk.LONG);
        assertThat(desk.claimed()).isEmpty();
        assertThat(desk.leases.finish(claim, Optional.empty())).isEqualTo(Settlement.OK);
        assertThat(desk.claimed()).isEmpty();
    }

    @Test
    void finished_work_comes_back_at_the_time_it_named() {
        var job = desk.due();
        desk.leases.finish(desk.claim(JobsDesk.LONG), Optional.of(FAR));
        assertThat(desk.claimed()).isEmpty();
        desk.timePasses();
        assertThat(desk.claimed()).containsExactly(job);
    }

    @Test
    void fault_16_the_work_of_a_killed_worker_comes_back_when_its_lease_ends() {
        var job = desk.due();
        desk.claim(JobsDesk.OVER);
        assertThat(desk.claimed()).containsExactly(job);
    }

    @Test
    void fault_25_a_worker_that_wakes_after_its_lease_cannot_write() {
        desk.due();
        var paused = desk.claim(JobsDesk.OVER);
        var other = desk.claim(JobsDesk.LONG);
        assertThat(desk.leases.extend(paused, JobsDesk.LONG)).isEqualTo(Settlement.FENCED);
        assertThat(desk.leases.finish(paused, Optional.empty())).isEqualTo(Settlement.FENCED);
        assertThat(desk.leases.finish(other, Optional.empty())).isEqualTo(Settlement.OK);
        assertThat(desk.leases.finish(paused, Optional.of(FAR))).isEqualTo(Settlement.FENCED);
    }

    @Test
    void fault_25_a_fence_is_never_reused_by_work_that_rested_in_between() {
        var job = desk.due();
        var paused = desk.claim(JobsDesk.OVER);
        desk.leases.finish(desk.claim(JobsDesk.LONG), Optional.empty());
        desk.jobs.wake(job);
        desk.claim(JobsDesk.LONG);
        assertThat(desk.leases.finish(paused, Optional.empty())).isEqualTo(Settlement.FENCED);
    }

    @Test
    void a_claim_settles_once() {
        desk.due();
        var claim = desk.claim(JobsDesk.LONG);
        desk.leases.finish(claim, Optional.empty());
        assertThat(desk.leases.finish(claim, Optional.empty())).isEqualTo(Settlement.FENCED);
    }

    @Test
    void a_wake_up_while_somebody_is_at_it_is_not_lost() {
        var job = desk.due();
        var claim = desk.claim(JobsDesk.LONG);
        assertThat(desk.jobs.wake(job)).isTrue();
        assertThat(desk.claimed()).isEmpty();
        desk.leases.finish(claim, Optional.of(FAR));
        assertThat(desk.claimed()).containsExactly(job);
    }

    @Test
    void work_scheduled_while_somebody_is_at_it_is_looked_at_again() {
        var job = desk.due();
        var claim = desk.claim(JobsDesk.LONG);
        desk.jobs.schedule(job, Instant.EPOCH);
        desk.leases.finish(claim, Optional.empty());
        assertThat(desk.claimed()).containsExactly(job);
    }

    @Test
    void waking_what_does_not_exist_makes_nothing() {
        assertThat(desk.jobs.wake(desk.job())).isFalse();
        assertThat(desk.claimed()).isEmpty();
    }

    @Test
    void a_wake_up_ends_with_the_transaction_it_was_part_of() {
        var job = desk.due();
        desk.leases.finish(desk.claim(JobsDesk.LONG), Optional.empty());
        assertThatThrownBy(() -> desk.transactions.inAccount(job.account(), () -> {
                    desk.jobs.wake(job);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(desk.claimed()).isEmpty();
    }

    @Test
    void one_job_can_be_claimed_by_name_though_it_is_not_due_but_not_from_another_worker() {
        var job = desk.job();
        desk.jobs.schedule(job, FAR);
        var claim = desk.leases.claim(job, JobsDesk.LONG).orElseThrow().claim();
        assertThat(desk.leases.claim(job, JobsDesk.LONG)).isEmpty();
        assertThat(desk.leases.finish(claim, Optional.empty())).isEqualTo(Settlement.OK);
    }

    @Test
    void a_lease_that_is_renewed_keeps_others_out_for_longer() {
        desk.due();
        var claim = desk.claim(JobsDesk.OVER);
        desk.leases.extend(claim, JobsDesk.LONG);
        assertThat(desk.claimed()).isEmpty();
        assertThat(desk.leases.finish(claim, Optional.empty())).isEqualTo(Settlement.OK);
    }

    @Test
    void nobody_takes_over_a_job_while_its_worker_commits() {
        var job = desk.due();
        var late = desk.claim(JobsDesk.OVER);
        List<WakeRef> seen = desk.transactions.inAccount(job.account(), () -> {
            assertThat(desk.leases.extend(late, JobsDesk.OVER)).isEqualTo(Settlement.OK);
            return onAnotherThread(desk::claimed);
        });
        assertThat(seen).isEmpty();
    }

    @Test
    void a_claim_costs_what_is_due_and_not_what_rests() {
        var owner = postgres.owner();
        var account = postgres.account();
        owner.sql("""
                insert into job (account_id, kind, key, due_at)
                select :account, 'renewal', n::text, case when n % 2 = 0 then now() + interval '1 day' end
                  from generate_series(1, 20000) n
                """).param("account", account.value()).update();
        desk.due();
        owner.sql("analyze job").update();
        var plan = String.join(
                "\n",
                postgres.jdbc()
                        .sql("explain (analyze, buffers off, costs off, timing off, summary off) " + Leases.CLAIM)
                        .param("kind", JobsDesk.KIND)
                        .param("lease", 1_000)
                        .param("limit", 16)
                        .query((row, n) -> row.getString(1))
                        .list());
        assertThat(plan).contains("job_due").doesNotContain("Seq Scan", "Rows Removed by Filter: 1");
    }

    @Test
    void two_workers_never_get_the_same_job() {
        Stream.generate(desk::due).limit(300).forEach(job -> {});
        var taken = new ConcurrentLinkedQueue<WakeRef>();
        Runnable worker = () -> {
            for (var some = desk.leases.claim(JobsDesk.KIND, JobsDesk.LONG, 7);
                    !some.isEmpty();
                    some = desk.leases.claim(JobsDesk.KIND, JobsDesk.LONG, 7)) {
                some.forEach(lease -> taken.add(lease.claim().job()));
            }
        };
        var threads = Stream.generate(() -> Thread.startVirtualThread(worker))
                .limit(4)
                .toList();
        threads.forEach(LeasesTest::join);
        assertThat(taken).doesNotHaveDuplicates().hasSize(300);
    }

    private static <T> T onAnotherThread(java.util.function.Supplier<T> work) {
        return java.util.concurrent.CompletableFuture.supplyAsync(work).join();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

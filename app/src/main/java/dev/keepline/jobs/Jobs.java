package dev.keepline.jobs;

import dev.keepline.database.Transactions;
import dev.keepline.trace.Traces;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes work due, in the caller's transaction where there is one: state and the work it needs commit together. Work that
 * rested goes on under the trace of whoever woke it; work under way keeps its own.
 */
public final class Jobs {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Nudges nudges;

    Jobs(JdbcClient jdbc, Transactions transactions, Nudges nudges) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.nudges = nudges;
    }

    /** Makes the job if need be, and due at once, whatever the clock of this machine says. */
    public void scheduleNow(WakeRef job) {
        schedule(job, Optional.empty());
    }

    /**
     * Makes the job if need be, and due at {@code dueAt} or earlier. A worker that is at it now will look again when it is
     * done. A job in quarantine stays there.
     */
    public void schedule(WakeRef job, Instant dueAt) {
        schedule(job, Optional.of(dueAt));
    }

    private void schedule(WakeRef job, Optional<Instant> dueAt) {
        transactions.oneStatement(
                job.account(),
                () -> jdbc.sql("""
                    insert into job (account_id, kind, key, due_at, trace)
                    values (:account, :kind, :key, coalesce(cast(:due as timestamptz), now()), :trace)
                    on conflict (account_id, kind, key) do update
                       set due_at = least(job.due_at, excluded.due_at), wakes = job.wakes + 1,
                           trace = case when job.due_at is null then excluded.trace else job.trace end
                    """)
                        .param("account", job.account().value())
                        .param("kind", job.kind())
                        .param("key", job.key())
                        .param("trace", Traces.currentHex())
                        .param(
                                "due",
                                dueAt.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                        .update());
        transactions.afterCommit(() -> nudges.nudge(job.kind()));
    }

    /** Whether the job has something to do, now or later; what was set aside has not. */
    public boolean planned(WakeRef job) {
        return transactions.oneStatement(
                job.account(),
                () -> jdbc.sql("""
                        select exists (select from job where account_id = :account and kind = :kind and key = :key
                                          and quarantined_at is null and (due_at is not null or leased_until > now()))
                        """)
                        .param("account", job.account().value())
                        .param("kind", job.kind())
                        .param("key", job.key())
                        .query((row, n) -> row.getBoolean(1))
                        .single());
    }

    /**
     * Makes an existing job due now. A worker that is at it now will look again when it is done.
     *
     * @return false when there is no such job: a name from outside proves nothing
     */
    public boolean wake(WakeRef job) {
        int woken = transactions.oneStatement(
                job.account(),
                () -> jdbc.sql("""
                    update job set due_at = least(due_at, now()), wakes = wakes + 1,
                           trace = case when due_at is null then :trace else trace end
                     where account_id = :account and kind = :kind and key = :key
                    """)
                        .param("account", job.account().value())
                        .param("kind", job.kind())
                        .param("key", job.key())
                        .param("trace", Traces.currentHex())
                        .update());
        transactions.afterCommit(() -> nudges.nudge(job.kind()));
        return woken > 0;
    }
}

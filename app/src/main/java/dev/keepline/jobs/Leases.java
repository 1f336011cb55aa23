package dev.keepline.jobs;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.trace.TraceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who works on what until when. All times are the database's, so that workers with wrong clocks agree (fault 13). */
public final class Leases {

    /** Costs what is due, however much rests. */
    static final String CLAIM = """
            with due as materialized (
              select account_id, kind, key from job
               where kind = :kind and due_at <= now() and leased_until <= now() and quarantined_at is null
               order by due_at limit :limit
                 for update skip locked)
            update job
               set leased_until = now() + cast(:lease as float8) * interval '1 millisecond',
                   fence = fence + 1, attempts = attempts + 1
              from due
             where job.account_id = due.account_id and job.kind = due.kind and job.key = due.key
            returning job.account_id, job.kind, job.key, job.fence, job.wakes, job.attempts, job.trace
            """;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Duration usual;

    /** @param usual how long a lease lasts in this installation */
    public Leases(JdbcClient jdbc, Transactions transactions, Duration usual) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.usual = usual;
    }

    /** How long a lease lasts in this installation: longer than any one call outside, its time-outs included. */
    public Duration usual() {
        return usual;
    }

    /** Leases due jobs of any account to this worker, the longest due first: the one statement across accounts. */
    public List<Lease> claim(String kind, Duration lease, int limit) {
        return transactions.oneStatementOutsideAccounts(() -> jdbc.sql(CLAIM)
                .param("kind", kind)
                .param("lease", lease.toMillis())
                .param("limit", limit)
                .query(Leases::lease)
                .list());
    }

    /** Leases this one job if it is due or not, unless another worker has it or it is in quarantine. */
    public Optional<Lease> claim(WakeRef job, Duration lease) {
        return transactions.oneStatement(
                job.account(),
                () -> jdbc.sql("""
                update job
                   set leased_until = now() + cast(:lease as float8) * interval '1 millisecond',
                       fence = fence + 1, attempts = attempts + 1
                 where account_id = :account and kind = :kind and key = :key
                   and leased_until <= now() and quarantined_at is null
                returning account_id, kind, key, fence, wakes, attempts, trace
                """)
                        .param("account", job.account().value())
                        .param("kind", job.kind())
                        .param("key", job.key())
                        .param("lease", lease.toMillis())
                        .query(Leases::lease)
                        .optional());
    }

    /**
     * Begins the lease anew, in the caller's transaction, and keeps the job's row locked until its end: nobody takes the
     * job over before what the caller writes is committed. The claim stays open.
     */
    public Settlement extend(Claim claim, Duration lease) {
        return settlement(on(claim, """
                update job set leased_until = now() + cast(:lease as float8) * interval '1 millisecond'
                 where account_id = :account and kind = :kind and key = :key and fence = :fence
                """).param("lease", lease.toMillis()).update());
    }

    /**
     * Settles the claim after a step that ended well, in the caller's transaction where there is one.
     *
     * @param next when to take the job up again; empty to let it rest until somebody wakes it. A wake-up since the claim
     *     makes the job due now in either case
     */
    public Settlement finish(Claim claim, Optional<Instant> next) {
        return transactions.oneStatement(
                claim.job().account(),
                () -> settlement(on(claim, """
                update job
                   set due_at = case when wakes <> :wakes then now() else cast(:next as timestamptz) end,
                       leased_until = '-infinity', fence = fence + 1, attempts = 0, last_error = null
                 where account_id = :account and kind = :kind and key = :key and fence = :fence
                """)
                        .param("wakes", claim.wakes())
                        .param(
                                "next",
                                next.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                        .update()));
    }

    /**
     * As {@link #finish}, with the time counted from the database's own now: a worker whose clock is wrong neither hurries
     * nor oversleeps (fault 13).
     *
     * @param rest how long the job is to rest; less than nothing is at once
     */
    public Settlement finishFor(Claim claim, Optional<Duration> rest) {
        return transactions.oneStatement(
                claim.job().account(),
                () -> settlement(on(claim, """
                update job
                   set due_at = case when wakes <> :wakes then now()
                                     else now() + cast(:rest as float8) * interval '1 millisecond' end,
                       leased_until = '-infinity', fence = fence + 1, attempts = 0, last_error = null
                 where account_id = :account and kind = :kind and key = :key and fence = :fence
                """)
                        .param("wakes", claim.wakes())
                        .param("rest", rest.map(Duration::toMillis).orElse(null))
                        .update()));
    }

    /** Settles the claim after a step that failed: to be tried again after the delay, at once when it was woken since. */
    Settlement retry(Claim claim, String cause, Duration delay) {
        return transactions.oneStatement(
                claim.job().account(),
                () -> settlement(on(claim, """
                update job
                   set due_at = case when wakes <> :wakes then now()
                                     else now() + cast(:delay as float8) * interval '1 millisecond' end,
                       leased_until = '-infinity', fence = fence + 1, last_error = :cause
                 where account_id = :account and kind = :kind and key = :key and fence = :fence
                """)
                        .param("wakes", claim.wakes())
                        .param("delay", delay.toMillis())
                        .param("cause", cause)
                        .update()));
    }

    /** Settles the claim by setting the job aside, in the caller's transaction. */
    Settlement quarantine(Claim claim, String cause) {
        return settlement(on(claim, """
                update job
                   set quarantined_at = now(), leased_until = '-infinity', fence = fence + 1, last_error = :cause
                 where account_id = :account and kind = :kind and key = :key and fence = :fence
                """).param("cause", cause).update());
    }

    private JdbcClient.StatementSpec on(Claim claim, String sql) {
        return jdbc.sql(sql)
                .param("account", claim.job().account().value())
                .param("kind", claim.job().kind())
                .param("key", claim.job().key())
                .param("fence", claim.fence());
    }

    private static Settlement settlement(int rows) {
        return rows > 0 ? Settlement.OK : Settlement.FENCED;
    }

    private static Lease lease(ResultSet row, int number) throws SQLException {
        var account = new AccountId(row.getObject("account_id", UUID.class));
        var job = new WakeRef(row.getString("kind"), account, row.getString("key"));
        var claim = new Claim(job, row.getLong("fence"), row.getLong("wakes"));
        return new Lease(claim, row.getLong("attempts"), TraceId.stored(row.getString("trace")));
    }
}

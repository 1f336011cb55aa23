package dev.keepline.jobs;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The jobs that failed too often and were set aside (fault 18), for operators. */
public final class Quarantine {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Nudges nudges;

    Quarantine(JdbcClient jdbc, Transactions transactions, Nudges nudges) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.nudges = nudges;
    }

    /** A job set aside, with the cause of its last failure. */
    public record Item(WakeRef job, long attempts, String cause, Instant since) {}

    /** The oldest of all accounts on this server: a report, not part of any account's work. */
    public List<Item> list(int limit) {
        return transactions.outsideAccounts(() ->
                jdbc.sql("""
                select account_id, kind, key, attempts, last_error, quarantined_at from job
                 where quarantined_at is not null
                 order by quarantined_at limit :limit
                """).param("limit", limit).query(Quarantine::item).list());
    }

    /**
     * Gives the job another full round of attempts, from now.
     *
     * @return false when it was not in quarantine
     */
    public boolean release(WakeRef job) {
        return transactions.inAccount(job.account(), () -> {
            int released = jdbc.sql("""
                    update job set quarantined_at = null, attempts = 0, due_at = now()
                     where account_id = :account and kind = :kind and key = :key and quarantined_at is not null
                    """)
                    .param("account", job.account().value())
                    .param("kind", job.kind())
                    .param("key", job.key())
                    .update();
            transactions.afterCommit(() -> nudges.nudge(job.kind()));
            return released > 0;
        });
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        var account = new AccountId(row.getObject("account_id", UUID.class));
        return new Item(
                new WakeRef(row.getString("kind"), account, row.getString("key")),
                row.getLong("attempts"),
                row.getString("last_error"),
                row.getObject("quarantined_at", OffsetDateTime.class).toInstant());
    }
}

package dev.keepline.payments;

import dev.keepline.database.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Events of gateways that were taken in and whose job has not looked since, for whoever watches. An event makes its job due
 * at once; while the job is due since before the event, or since it, nobody has looked.
 */
@Service
public class InboxBacklog {

    /** Due jobs that are looked at, at most. */
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final InstantSource clock;

    public InboxBacklog(JdbcClient jdbc, Transactions transactions, InstantSource clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param oldest how long ago the first of them came; zero when there is none */
    public record Waiting(long events, Duration oldest) {}

    /** Those that wait now. */
    public Waiting waiting() {
        var now = clock.instant();
        return transactions.outsideAccounts(() -> jdbc.sql("""
                select count(*) as n, min(p.received_at) as oldest
                  from (select account_id, kind, key, due_at from job
                         where kind = 'renewal' and due_at <= now() and leased_until <= now() and quarantined_at is null
                         order by due_at limit :most) j
                  join payment_inbox p
                    on p.account_id = j.account_id and p.job_kind = j.kind and p.job_key = j.key
                   and p.received_at >= j.due_at - interval '5 seconds'
                """)
                .param("most", MOST)
                .query((row, number) -> new Waiting(
                        row.getLong("n"),
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(at -> Duration.between(at.toInstant(), now))
                                .orElse(Duration.ZERO)))
                .single());
    }
}

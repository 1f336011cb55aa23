package dev.keepline.jobs;

import dev.keepline.database.Transactions;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is due and nobody has taken up, and what was set aside, for whoever watches. All times are the database's. */
public final class DueJobs {

    /** Counted no further: by then the number says enough, and counting costs what it counts. */
    public static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final List<String> kinds;

    DueJobs(JdbcClient jdbc, Transactions transactions, List<String> kinds) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.kinds = List.copyOf(kinds);
    }

    /**
     * Of one kind.
     *
     * @param unclaimed due and leased to nobody, {@link #MOST} at most
     * @param oldest how long the longest due of them has been
     */
    public record Backlog(String kind, long unclaimed, Duration oldest) {}

    /** One for each kind that this process works on. */
    public List<Backlog> backlogs() {
        return transactions.outsideAccounts(() -> jdbc.sql("""
                select k.kind, d.unclaimed, coalesce(extract(epoch from now() - d.oldest), 0) as oldest
                  from unnest(cast(:kinds as text[])) as k (kind)
                 cross join lateral (
                       select count(*) as unclaimed, min(due_at) as oldest
                         from (select j.due_at from job j
                                where j.kind = k.kind and j.due_at <= now() and j.leased_until <= now()
                                  and j.quarantined_at is null
                                order by j.due_at limit :most) first) d
                """)
                .param("kinds", kinds.toArray(String[]::new))
                .param("most", MOST)
                .query((row, n) -> new Backlog(
                        row.getString("kind"),
                        row.getLong("unclaimed"),
                        Duration.ofMillis(Math.round(row.getDouble("oldest") * 1000))))
                .list());
    }

    /** Jobs in quarantine. */
    public long setAside() {
        return transactions.outsideAccounts(() -> jdbc.sql("select count(*) from job where quarantined_at is not null")
                .query(Long.class)
                .single());
    }
}

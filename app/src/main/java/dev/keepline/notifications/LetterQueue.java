package dev.keepline.notifications;

import dev.keepline.database.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** E-mail that has not left yet, for whoever watches. */
@Service
public class LetterQueue {

    /** Counted no further. */
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final InstantSource clock;

    public LetterQueue(JdbcClient jdbc, Transactions transactions, InstantSource clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param oldest age of the letter that waits longest; zero when none does */
    public record Waiting(long letters, Duration oldest) {}

    /** Those that wait now. */
    public Waiting waiting() {
        var now = clock.instant();
        return transactions.outsideAccounts(() -> jdbc.sql("""
                select count(*) as n, min(created_at) as oldest
                  from (select created_at from letter where sent_at is null and refused_at is null
                         order by created_at limit :most) first
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

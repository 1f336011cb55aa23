package dev.keepline.notifications;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Letters that did not arrive, of all accounts on this server: a report, not part of any account's work. */
@Service
public class Undelivered {

    private final JdbcClient jdbc;
    private final Transactions transactions;

    public Undelivered(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * @param waiting letters on their way
     * @param oldestAt since when the oldest of them waits
     * @param givenUp letters that were given up
     */
    public record Counts(long waiting, Optional<Instant> oldestAt, long givenUp) {}

    /**
     * @param recipient the address it went to
     * @param why what the mail server said
     */
    public record Letter(AccountId account, String recipient, String subject, String why, Instant at) {}

    /** How many wait now, and how many were given up since. */
    public Counts counts(Instant since) {
        return transactions.outsideAccounts(() -> jdbc.sql("""
                select count(*) filter (where sent_at is null and refused_at is null),
                       min(created_at) filter (where sent_at is null and refused_at is null),
                       count(*) filter (where refused_at >= :since)
                  from letter
                 where (sent_at is null and refused_at is null) or refused_at >= :since""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Counts(
                        row.getLong(1),
                        Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getLong(3)))
                .single());
    }

    /** Those given up since, newest first. */
    public List<Letter> givenUp(Instant since, int limit) {
        return transactions.outsideAccounts(() -> jdbc.sql("""
                select account_id, recipient, subject, refusal, refused_at from letter
                 where refused_at >= :since order by refused_at desc, account_id, key limit :limit""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Undelivered::letter)
                .list());
    }

    private static Letter letter(ResultSet row, int n) throws SQLException {
        return new Letter(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("recipient"),
                row.getString("subject"),
                Optional.ofNullable(row.getString("refusal")).orElse(""),
                row.getObject("refused_at", OffsetDateTime.class).toInstant());
    }
}

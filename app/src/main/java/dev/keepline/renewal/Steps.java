package dev.keepline.renewal;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.trace.TraceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What was done for a renewal, with the number under which the log tells more of it: for the operator. */
@Service
public class Steps {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Transactions transactions;

    public Steps(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * One stage that was reached, or one command that was sent.
     *
     * @param name of the stage or command
     * @param detail the signal that led there, or the command's request id
     * @param trace empty for what was done before traces were kept
     */
    public record Step(Instant at, boolean command, String name, String detail, Optional<TraceId> trace) {}

    /** In the order of their times; nothing where this account has no such renewal. */
    public List<Step> of(AccountId account, RenewalId renewal) {
        return transactions.inAccount(
                account,
                () -> jdbc.sql("""
                select at, false as command, stage_name as name, cause as detail, trace from renewal_history
                 where account_id = :account and renewal_id = :renewal
                 union all
                select first_at, true, command, request_id, trace from outside_call
                 where account_id = :account and renewal_id = :renewal
                 order by at, command limit :limit
                """)
                        .param("account", account.value())
                        .param("renewal", renewal.value())
                        .param("limit", MOST)
                        .query(Steps::step)
                        .list());
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        return new Step(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("command"),
                row.getString("name"),
                row.getString("detail"),
                TraceId.stored(row.getString("trace")));
    }
}

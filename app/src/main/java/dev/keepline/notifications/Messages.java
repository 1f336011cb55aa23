package dev.keepline.notifications;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps messages and shows them in the portal. */
@Service
public class Messages {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final JsonMapper json = JsonMapper.shared();

    public Messages(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Tells it, in the caller's transaction where there is one.
     *
     * @return false when the same was told before
     */
    public boolean enqueue(Message message, Instant now) {
        var account = message.account();
        return transactions.inAccount(
                account,
                () -> jdbc.sql("""
                        insert into message (account_id, kind, reference, facts, created_at)
                        values (:account, :kind, :reference, cast(:facts as jsonb), :now)
                        on conflict (account_id, kind, reference) do nothing
                        """)
                                .param("account", account.value())
                                .param("kind", message.kind())
                                .param("reference", message.reference())
                                .param("facts", json.writeValueAsString(message.facts()))
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .update()
                        > 0);
    }

    /** The account's newest messages, newest first. */
    public List<Told> newest(AccountId account, int limit) {
        return transactions.oneStatement(
                account,
                () -> jdbc.sql("""
                select account_id, kind, reference, facts, created_at, shown_at from message
                 where account_id = :account
                 order by created_at desc, kind, reference limit :limit
                """)
                        .param("account", account.value())
                        .param("limit", limit)
                        .query(this::told)
                        .list());
    }

    /** The reader has seen all that there is. */
    public void shown(AccountId account, Instant now) {
        transactions.inAccount(account, () -> {
            jdbc.sql("update message set shown_at = :now where account_id = :account and shown_at is null")
                    .param("account", account.value())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        });
    }

    private Told told(ResultSet row, int number) throws SQLException {
        var message = new Message(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("kind"),
                row.getString("reference"),
                json.readValue(row.getString("facts"), FACTS));
        var shown = Optional.ofNullable(row.getObject("shown_at", OffsetDateTime.class));
        return new Told(
                message,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                shown.map(OffsetDateTime::toInstant));
    }
}

package dev.keepline.identity.links;

import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.Purpose;
import dev.keepline.identity.Recipient;
import dev.keepline.kernel.AccountId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was asked for and not looked at yet. Runs inside the caller's transaction of the account. */
@Repository
public class RequestRows {

    private final JdbcClient jdbc;

    RequestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param to the account that asks (the operator's own for somebody unknown), the address and the language they gave
     * @param next the page they wanted to see, a path of ours
     */
    public record Request(Purpose purpose, Recipient to, Optional<String> next) {}

    public void insert(UUID id, Request request, Instant now) {
        jdbc.sql("""
                insert into account_request (account_id, request_id, purpose, email, language, next, asked_at)
                values (:account, :id, :purpose, :email, :language, :next, :now)""")
                .param("account", request.to().account().value())
                .param("id", id)
                .param("purpose", request.purpose().name())
                .param("email", request.to().email().value())
                .param("language", request.to().language())
                .param("next", request.next().orElse(null))
                .param("now", Timestamp.from(now))
                .update();
    }

    public Optional<Request> find(AccountId account, UUID id) {
        return jdbc.sql("""
                select purpose, email, language, next from account_request where account_id = :account and request_id = :id""")
                .param("account", account.value())
                .param("id", id)
                .query((row, n) -> new Request(
                        Purpose.valueOf(row.getString("purpose")),
                        new Recipient(account, new EmailAddress(row.getString("email")), row.getString("language")),
                        Optional.ofNullable(row.getString("next"))))
                .optional();
    }

    /** False when it is gone: answered already, or ended. */
    public boolean delete(AccountId account, UUID id) {
        return jdbc.sql("delete from account_request where account_id = :account and request_id = :id")
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    void deleteAll(AccountId account, Purpose purpose) {
        jdbc.sql("delete from account_request where account_id = :account and purpose = :purpose")
                .param("account", account.value())
                .param("purpose", purpose.name())
                .update();
    }

    void deleteAll(AccountId account) {
        jdbc.sql("delete from account_request where account_id = :account")
                .param("account", account.value())
                .update();
    }
}

package dev.keepline.identity.store;

import dev.keepline.identity.EmailAddress;
import dev.keepline.kernel.AccountId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lookup from e-mail to account. Runs inside a transaction that belongs to no account. */
@Repository
public class LoginRows {

    private final JdbcClient jdbc;

    LoginRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the address is taken. */
    public boolean insert(EmailAddress email, AccountId account, Instant now) {
        return jdbc.sql("""
                insert into login (email, account_id, created_at) values (:email, :account, :now)
                on conflict (email) do nothing""")
                        .param("email", email.value())
                        .param("account", account.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    public Optional<AccountId> find(EmailAddress email) {
        return jdbc.sql("select account_id from login where email = :email")
                .param("email", email.value())
                .query((row, n) -> new AccountId(row.getObject("account_id", UUID.class)))
                .optional();
    }
}

package dev.keepline.identity.store;

import dev.keepline.identity.EmailAddress;
import dev.keepline.kernel.AccountId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lookup from e-mail to account. Runs inside a transaction that belongs to no account, or makes one. */
@Repository
public class LoginRows {

    private final JdbcClient jdbc;

    LoginRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the address leads to this account now; false when it is another's, or kept for another. */
    public boolean insert(EmailAddress email, AccountId account, Instant now) {
        jdbc.sql("delete from login where email = :email and kept_until < :now")
                .param("email", email.value())
                .param("now", Timestamp.from(now))
                .update();
        return jdbc.sql("""
                insert into login (email, account_id, created_at) values (:email, :account, :now)
                on conflict (email) do update set kept_until = null
                 where login.account_id = excluded.account_id and login.kept_until is not null""")
                        .param("email", email.value())
                        .param("account", account.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** The account that signs in with the address now. */
    public Optional<AccountId> find(EmailAddress email) {
        return jdbc.sql("select account_id from login where email = :email and kept_until is null")
                .param("email", email.value())
                .query((row, n) -> new AccountId(row.getObject("account_id", UUID.class)))
                .optional();
    }

    /** Every address that leads to the account, or is kept for it. */
    public List<EmailAddress> all(AccountId account) {
        return jdbc.sql("select email from login where account_id = :account")
                .param("account", account.value())
                .query((row, n) -> new EmailAddress(row.getString("email")))
                .list();
    }

    /** Nobody signs in with the address any more; until then it is kept for its account. */
    public void keep(EmailAddress email, AccountId account, Instant until) {
        jdbc.sql("update login set kept_until = :until where email = :email and account_id = :account")
                .param("email", email.value())
                .param("account", account.value())
                .param("until", Timestamp.from(until))
                .update();
    }

    /** The address is free. */
    public void delete(EmailAddress email, AccountId account) {
        jdbc.sql("delete from login where email = :email and account_id = :account")
                .param("email", email.value())
                .param("account", account.value())
                .update();
    }

    /** Every address of the account is free. */
    public void deleteAll(AccountId account) {
        jdbc.sql("delete from login where account_id = :account")
                .param("account", account.value())
                .update();
    }
}

package dev.keepline.identity.links;

import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.Purpose;
import dev.keepline.kernel.AccountId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links in PostgreSQL. Runs inside the caller's transaction of the account. */
@Repository
class LinkRows {

    /** How long a dead link can still say why it is dead. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final JdbcClient jdbc;

    LinkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A link as it stands. */
    record Row(Purpose purpose, Link link, Instant expiresAt, boolean used) {}

    void insert(Purpose purpose, Link link, Instant now) {
        jdbc.sql("delete from account_link where account_id = :account and expires_at < :time")
                .param("account", link.account().value())
                .param("time", Timestamp.from(now.minus(REMEMBERED)))
                .update();
        jdbc.sql("""
                insert into account_link (account_id, digest, purpose, email, language, expires_at)
                values (:account, :digest, :purpose, :email, :language, :expires)""")
                .param("account", link.account().value())
                .param("digest", link.digest())
                .param("purpose", purpose.name())
                .param("email", link.email().value())
                .param("language", link.language())
                .param("expires", Timestamp.from(now.plus(purpose.validFor())))
                .update();
    }

    Optional<Row> find(AccountId account, String digest) {
        return jdbc.sql("""
                select purpose, email, language, expires_at, used_at from account_link
                 where account_id = :account and digest = :digest""")
                .param("account", account.value())
                .param("digest", digest)
                .query((row, n) -> new Row(
                        Purpose.valueOf(row.getString("purpose")),
                        new Link(account, new EmailAddress(row.getString("email")), row.getString("language"), digest),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getTimestamp("used_at") != null))
                .optional();
    }

    boolean use(Link link, Instant now) {
        return jdbc.sql("""
                update account_link set used_at = :now
                 where account_id = :account and digest = :digest and used_at is null and expires_at > :now""")
                        .param("account", link.account().value())
                        .param("digest", link.digest())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean isOpen(AccountId account, Purpose purpose, Instant now) {
        return jdbc.sql("""
                select exists (select from account_link
                 where account_id = :account and purpose = :purpose and used_at is null and expires_at > :now)""")
                .param("account", account.value())
                .param("purpose", purpose.name())
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    /** The address that the newest wish or link of that purpose is about, as long as it can still be used. */
    Optional<EmailAddress> pending(AccountId account, Purpose purpose, Instant now) {
        return jdbc.sql("""
                select email from (
                    select email, expires_at as until from account_link
                     where account_id = :account and purpose = :purpose and used_at is null and expires_at > :now
                    union all
                    select email, 'infinity' from account_request
                     where account_id = :account and purpose = :purpose) pending
                 order by until desc limit 1""")
                .param("account", account.value())
                .param("purpose", purpose.name())
                .param("now", Timestamp.from(now))
                .query((row, n) -> new EmailAddress(row.getString("email")))
                .optional();
    }

    void useAll(AccountId account, Purpose purpose, Instant now) {
        jdbc.sql("""
                update account_link set used_at = :now
                 where account_id = :account and purpose = :purpose and used_at is null""")
                .param("account", account.value())
                .param("purpose", purpose.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    void deleteTo(AccountId account, EmailAddress email) {
        for (var table : List.of("account_link", "account_request")) {
            jdbc.sql("delete from " + table + " where account_id = :account and email = :email")
                    .param("account", account.value())
                    .param("email", email.value())
                    .update();
        }
    }
}

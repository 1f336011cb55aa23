package dev.keepline.notifications.mail;

import dev.keepline.kernel.AccountId;
import dev.keepline.notifications.Letter;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters in PostgreSQL. Every method joins the caller's transaction. */
public class LetterRows {

    private final JdbcClient jdbc;

    public LetterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A letter as it will go out, whatever the layout is by then. */
    record Sealed(
            UUID id,
            Instant createdAt,
            String to,
            Locale language,
            Optional<URI> unsubscribe,
            String subject,
            LetterLayout.Parts parts) {}

    /** @return false when the key is taken */
    public boolean add(AccountId account, String key, Letter letter, Instant now) {
        var parts = LetterLayout.parts(letter);
        return jdbc.sql("""
                insert into letter
                       (account_id, key, recipient, language, unsubscribe, subject, text, html, created_at)
                values (:account, :key, :to, :language, :unsubscribe, :subject, :text, :html, :now)
                on conflict (account_id, key) do nothing
                """)
                        .param("account", account.value())
                        .param("key", key)
                        .param("to", letter.envelope().to())
                        .param("language", letter.envelope().language().toLanguageTag())
                        .param(
                                "unsubscribe",
                                letter.envelope()
                                        .unsubscribe()
                                        .map(URI::toString)
                                        .orElse(null))
                        .param("subject", letter.subject())
                        .param("text", parts.text())
                        .param("html", parts.html())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** The letter, unless it has left or was refused. */
    Optional<Sealed> waiting(AccountId account, String key) {
        return jdbc.sql("""
                select letter_id, created_at, recipient, language, unsubscribe, subject, text, html from letter
                 where account_id = :account and key = :key and sent_at is null and refused_at is null
                """)
                .param("account", account.value())
                .param("key", key)
                .query(LetterRows::letter)
                .optional();
    }

    /** The server took it: its words are not needed any more, and are not kept. */
    void sent(AccountId account, String key, Instant at) {
        jdbc.sql("""
                update letter set sent_at = :at, recipient = '', text = '', html = '', unsubscribe = null
                 where account_id = :account and key = :key
                """)
                .param("account", account.value())
                .param("key", key)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The server will never take it. */
    void refused(AccountId account, String key, String why, Instant at) {
        jdbc.sql("""
                update letter set refused_at = :at, refusal = :why, recipient = '', text = '', html = '', unsubscribe = null
                 where account_id = :account and key = :key
                """)
                .param("account", account.value())
                .param("key", key)
                .param("why", why)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void deleteAll(AccountId account) {
        jdbc.sql("delete from letter where account_id = :account")
                .param("account", account.value())
                .update();
    }

    public void deleteTo(AccountId account, String address) {
        jdbc.sql("delete from letter where account_id = :account and recipient = :address")
                .param("account", account.value())
                .param("address", address)
                .update();
    }

    private static Sealed letter(ResultSet row, int number) throws SQLException {
        return new Sealed(
                row.getObject("letter_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("recipient"),
                Locale.forLanguageTag(row.getString("language")),
                Optional.ofNullable(row.getString("unsubscribe")).map(URI::create),
                row.getString("subject"),
                new LetterLayout.Parts(row.getString("text"), row.getString("html")));
    }
}

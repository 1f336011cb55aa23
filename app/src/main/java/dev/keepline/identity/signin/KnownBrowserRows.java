package dev.keepline.identity.signin;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Browsers that signed in before. Runs inside a transaction that belongs to no account. */
@Repository
class KnownBrowserRows {

    private static final Duration KEPT = Duration.ofDays(365);

    private final JdbcClient jdbc;

    KnownBrowserRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isKnown(String digest) {
        return jdbc.sql("select exists (select from known_browser where digest = :digest)")
                .param("digest", digest)
                .query(Boolean.class)
                .single();
    }

    void remember(String digest, Instant now) {
        jdbc.sql("""
                delete from known_browser where digest in
                       (select digest from known_browser where used_at < :time limit 100 for update skip locked)""").param("time", Timestamp.from(now.minus(KEPT))).update();
        jdbc.sql("""
                insert into known_browser (digest, used_at) values (:digest, :now)
                on conflict (digest) do update set used_at = excluded.used_at""").param("digest", digest).param("now", Timestamp.from(now)).update();
    }
}

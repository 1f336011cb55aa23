package dev.keepline.identity.signin;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often somebody tried to sign in. Runs inside a transaction that belongs to no account. */
@Repository
class TryRows {

    private final JdbcClient jdbc;

    TryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The tries so far, locked, so that tries at the same time count one after the other. */
    Tries lock(String subject, Instant now) {
        jdbc.sql("""
                insert into sign_in_tries (subject, tries, last_at, wait_until) values (:subject, 0, :now, :now)
                on conflict (subject) do nothing""")
                .param("subject", subject)
                .param("now", Timestamp.from(now))
                .update();
        return jdbc.sql("select tries, last_at, wait_until from sign_in_tries where subject = :subject for update")
                .param("subject", subject)
                .query((row, n) -> new Tries(
                        row.getInt("tries"),
                        row.getTimestamp("last_at").toInstant(),
                        row.getTimestamp("wait_until").toInstant()))
                .single();
    }

    void keep(String subject, Tries tries) {
        jdbc.sql("""
                update sign_in_tries set tries = :tries, last_at = :lastAt, wait_until = :waitUntil
                 where subject = :subject""")
                .param("subject", subject)
                .param("tries", tries.count())
                .param("lastAt", Timestamp.from(tries.lastAt()))
                .param("waitUntil", Timestamp.from(tries.waitUntil()))
                .update();
    }

    void forget(String subject) {
        jdbc.sql("delete from sign_in_tries where subject = :subject")
                .param("subject", subject)
                .update();
    }

    void forgetBefore(Instant time) {
        jdbc.sql("""
                delete from sign_in_tries where subject in
                       (select subject from sign_in_tries where last_at < :time limit 100 for update skip locked)""").param("time", Timestamp.from(time)).update();
    }
}

package dev.keepline.identity.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a request has to know of its session, by one statement that needs no transaction of its own. Spring Session reads the
 * attributes, too, and takes a connection, three trips and an object stream for it.
 */
final class SessionRows {

    private final JdbcClient jdbc;

    SessionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A session as it is stored.
     *
     * @param principal whose it is; null while nobody is signed in
     */
    record Stored(
            String id,
            Instant createdAt,
            Instant lastUsedAt,
            Duration idle,
            @Nullable String principal) {

        boolean expired(Instant now) {
            return !now.isBefore(lastUsedAt.plus(idle));
        }
    }

    Optional<Stored> find(String id) {
        return jdbc.sql("""
                select creation_time, last_access_time, max_inactive_interval, principal_name
                  from spring_session where session_id = :id""")
                .param("id", id)
                .query((row, n) -> new Stored(
                        id,
                        Instant.ofEpochMilli(row.getLong("creation_time")),
                        Instant.ofEpochMilli(row.getLong("last_access_time")),
                        Duration.ofSeconds(row.getInt("max_inactive_interval")),
                        row.getString("principal_name")))
                .optional();
    }
}

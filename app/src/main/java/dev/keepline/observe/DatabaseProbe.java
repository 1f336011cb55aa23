package dev.keepline.observe;

import dev.keepline.database.Migrations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the database every few seconds whether it is there and migrated, so that nobody's question has to wait for it. */
final class DatabaseProbe {

    static final Duration EVERY = Duration.ofSeconds(3);

    /** After so long without an answer it counts as unreachable: one that hangs answers nobody's questions either. */
    private static final Duration SILENT = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseProbe.class);

    private final JdbcClient jdbc;
    private final LongSupplier nanos;
    private final Set<Integer> needed = new TreeSet<>(Migrations.versions());
    private volatile Optional<Long> answeredAt = Optional.empty();
    private volatile List<Integer> missing = List.of();

    /** @param nanos monotonic, as {@link System#nanoTime} */
    DatabaseProbe(JdbcClient jdbc, LongSupplier nanos) {
        this.jdbc = jdbc;
        this.nanos = nanos;
    }

    /** Asks once. */
    void ask() {
        try {
            Set<Integer> applied = jdbc
                    .sql("select version from flyway_schema_history where success and version is not null")
                    .query(String.class)
                    .list()
                    .stream()
                    .map(Integer::valueOf)
                    .collect(Collectors.toSet());
            missing = needed.stream().filter(each -> !applied.contains(each)).toList();
            answeredAt = Optional.of(nanos.getAsLong());
        } catch (RuntimeException failure) {
            LOG.warn("the database does not answer: {}", failure.toString());
        }
    }

    boolean reachable() {
        return answeredAt
                .filter(at -> nanos.getAsLong() - at <= SILENT.toNanos())
                .isPresent();
    }

    /** The migrations that this version of the program needs and the database has not. */
    List<Integer> missing() {
        return missing;
    }

    /** Since it last answered; empty when it never did. */
    Optional<Duration> answeredAgo() {
        return answeredAt.map(at -> Duration.ofNanos(nanos.getAsLong() - at));
    }
}

package dev.keepline.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.keepline.database.ConnectionPool;
import dev.keepline.journey.RealProcess;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody waits for a database that is known to be gone; whoever waits for a busy one gets a connection all the same. */
class DatabaseGoneTest {

    @TempDir
    Path folder;

    @Test
    void who_asks_while_the_database_is_gone_is_told_at_once_and_served_as_soon_as_it_is_back() throws SQLException {
        try (var postgres = new MortalPostgres(folder);
                var pool = ConnectionPool.open(postgres.database(), 2)) {
            works(pool);
            postgres.kill();
            assertThatThrownBy(() -> works(pool)).isInstanceOf(SQLException.class);
            var began = System.nanoTime();
            for (int n = 0; n < 20; n++) {
                assertThatThrownBy(() -> works(pool)).isInstanceOf(SQLException.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("twenty that ask after it is known")
                    .isLessThan(Duration.ofSeconds(2));
            postgres.revive();
            RealProcess.await("served again", Duration.ofSeconds(10), () -> {
                try {
                    works(pool);
                    return true;
                } catch (SQLException _) {
                    return false;
                }
            });
        }
    }

    @Test
    void a_pool_whose_connections_are_all_in_use_is_waited_for() throws Exception {
        try (var postgres = new MortalPostgres(folder);
                var pool = ConnectionPool.open(postgres.database(), 1)) {
            CompletableFuture<Boolean> other;
            try (var _ = pool.getConnection()) {
                other = CompletableFuture.supplyAsync(() -> {
                    try {
                        works(pool);
                        return true;
                    } catch (SQLException _) {
                        return false;
                    }
                });
                RealProcess.await(
                        "somebody waits",
                        Duration.ofSeconds(5),
                        () -> pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == 1);
            }
            assertThat(other.get(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void works(HikariDataSource pool) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }
}

package dev.keepline.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Opens the application's pool: every connection works with the rights of the role {@code keepline_app} only. */
public final class ConnectionPool {
    private ConnectionPool() {}

    /**
     * A pool of at most so many connections; who needs one waits at most five seconds for it, and not at all while the
     * database is known to be gone.
     */
    public static HikariDataSource open(Database database, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("keepline");
        config.setJdbcUrl(database.url());
        config.setUsername(database.owner());
        config.setPassword(database.password());
        config.setConnectionInitSql("set role " + Database.APPLICATION_ROLE);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(size, 2));
        config.setConnectionTimeout(5_000);
        config.setAutoCommit(true);
        config.addDataSourceProperty("ApplicationName", "keepline");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // A server that vanished must not hold a thread for ever: no statement of ours is meant to run this long.
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("options", "-c TimeZone=UTC");
        return new KeptPool(config);
    }
}

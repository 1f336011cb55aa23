package dev.keepline.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Properties;

/** The pool, which lets nobody wait for a connection while the database is known to be gone. */
final class KeptPool extends HikariDataSource {

    private final Outage outage;

    KeptPool(HikariConfig config) {
        super(config);
        this.outage = new Outage(this::connect, System::nanoTime);
    }

    @Override
    public Connection getConnection() throws SQLException {
        outage.check(!isClosed() && getHikariPoolMXBean().getTotalConnections() == 0);
        try {
            return super.getConnection();
        } catch (SQLTransientConnectionException nothing) {
            outage.failed();
            throw nothing;
        }
    }

    /** One that does not answer within this time is as good as gone. */
    private void connect() throws SQLException {
        var settings = new Properties();
        settings.setProperty("user", getUsername());
        settings.setProperty("password", getPassword());
        settings.setProperty("connectTimeout", "2");
        settings.setProperty("loginTimeout", "2");
        settings.setProperty("socketTimeout", "2");
        DriverManager.getConnection(getJdbcUrl(), settings).close();
    }
}

package dev.keepline.bench;

import dev.keepline.database.Database;
import dev.keepline.database.Migrations;
import dev.keepline.database.embedded.Durability;
import dev.keepline.database.embedded.PostgresServer;
import dev.keepline.database.embedded.ServerFolders;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL of the bench's own, migrated, as durable as in service: every commit reaches the disk. */
final class Store implements AutoCloseable {

    private final PostgresServer server;

    private Store(PostgresServer server) {
        this.server = server;
    }

    static Store start(Path folder) {
        PostgresServer server = PostgresServer.start(ServerFolders.in(folder), Durability.FULL, System.out::println);
        Migrations.apply(server.database());
        return new Store(server);
    }

    Database database() {
        return server.database();
    }

    long pid() {
        return server.pid();
    }

    /** As {@code keepline.db-url} takes it. */
    String address() {
        Database database = database();
        String place = database.url().replaceFirst("^jdbc:postgresql://", "");
        return "postgresql://" + database.owner() + ":" + database.password() + "@" + place;
    }

    /** A connection with the owner's rights. */
    Connection owner() throws SQLException {
        return DriverManager.getConnection(
                database().url(), database().owner(), database().password());
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row. */
    long number(String sql) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    String text(String sql) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    @Override
    public void close() {
        server.close();
    }
}

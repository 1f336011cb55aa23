package dev.keepline.database;

import dev.keepline.database.embedded.Durability;
import dev.keepline.database.embedded.PostgresServer;
import dev.keepline.database.embedded.ServerFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/** One server for all tests of this JVM, without fsync, gone when it ends; its own database is the migrated template. */
final class SharedPostgres {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private SharedPostgres() {}

    /** Started by the first use. */
    private static final class Holder {
        private static final PostgresServer SERVER = start();

        private static PostgresServer start() {
            try {
                Path folder = Files.createTempDirectory("keepline-test-");
                ServerFolders own = ServerFolders.in(folder);
                // The programs are unpacked once for all runs on this work tree.
                Path programs = Path.of("target", "postgres").toAbsolutePath();
                ServerFolders folders = new ServerFolders(programs, own.cluster(), own.password(), own.log());
                PostgresServer server = PostgresServer.start(folders, Durability.NONE, line -> {});
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
                Migrations.apply(server.database());
                return server;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static void end(PostgresServer server, Path folder) {
            server.close();
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    static Database freshDatabase() {
        Database template = Holder.SERVER.database();
        String name = "test_" + NUMBER.incrementAndGet();
        execute("create database " + name + " template keepline strategy file_copy");
        return new Database(at(name), template.owner(), template.password());
    }

    static void drop(Database database) {
        execute("drop database " + database.url().substring(database.url().lastIndexOf('/') + 1) + " with (force)");
    }

    private static String at(String name) {
        return Holder.SERVER.database().url().replaceFirst("/keepline$", "/" + name);
    }

    private static void execute(String sql) {
        Database template = Holder.SERVER.database();
        try (Connection connection =
                        DriverManager.getConnection(at("postgres"), template.owner(), template.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

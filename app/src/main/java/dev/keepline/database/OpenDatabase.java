package dev.keepline.database;

import dev.keepline.database.embedded.Durability;
import dev.keepline.database.embedded.PostgresServer;
import dev.keepline.database.embedded.ServerFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A database ready for use: reachable, migrated, and, when it is the embedded one, running until this is closed. */
public final class OpenDatabase implements AutoCloseable {
    private final Database database;
    private final Optional<PostgresServer> server;

    private OpenDatabase(Database database, Optional<PostgresServer> server) {
        this.database = database;
        this.server = server;
    }

    /**
     * Starts the embedded server on the data folder. The caller holds the data folder's lock.
     *
     * @param progress told in one line what takes long
     */
    public static OpenDatabase embedded(Path data, Schema schema, Consumer<String> progress) {
        if (schema != Schema.MIGRATED && !isIn(data)) {
            throw missing(data);
        }
        PostgresServer server = PostgresServer.start(ServerFolders.in(data), Durability.FULL, progress);
        try {
            prepare(server.database(), schema, progress);
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
        return new OpenDatabase(server.database(), Optional.of(server));
    }

    /** Whether the embedded server has made its database there. */
    public static boolean isIn(Path data) {
        return Files.isDirectory(ServerFolders.in(data).cluster());
    }

    /** For a command: it would work on a new and empty database, and what it says would be true of that one only. */
    public static StartupProblem missing(Path data) {
        return new StartupProblem(
                "there is no database in " + data.toAbsolutePath() + " yet",
                "Start Keepline once: it makes one. Does it work on a PostgreSQL of yours? Then keepline.properties, "
                        + "KEEPLINE_DBURL or --db-url has to say so to this command, too.");
    }

    /** A database of the operator's; {@link Database#parse} says what the address looks like. */
    public static OpenDatabase external(String address, Schema schema, Consumer<String> progress) {
        Database database = Database.parse(address);
        prepare(database, schema, progress);
        return new OpenDatabase(database, Optional.empty());
    }

    /** The embedded database of an application that runs now on this data folder; closing this leaves it running. */
    public static Optional<OpenDatabase> ofRunningApplication(Path data, Schema schema) {
        Optional<Database> running = PostgresServer.running(ServerFolders.in(data));
        running.ifPresent(found -> prepare(found, schema, ignored -> {}));
        return running.map(found -> new OpenDatabase(found, Optional.empty()));
    }

    private static void prepare(Database database, Schema schema, Consumer<String> progress) {
        if (schema != Schema.MIGRATED) {
            Migrations.reach(database);
            Migrations.look(database, schema);
            return;
        }
        int applied = Migrations.apply(database);
        if (applied > 0) {
            progress.accept("Migrated the database: " + applied + " step" + (applied == 1 ? "" : "s"));
        }
    }

    /** How its owner logs in. */
    public Database database() {
        return database;
    }

    /** Has the action run when the embedded server ends without being asked to. */
    public void onDeath(Runnable action) {
        server.ifPresent(found -> found.onDeath(action));
    }

    /** Stops the embedded server; a database of the operator's is left alone. */
    @Override
    public void close() {
        server.ifPresent(PostgresServer::close);
    }
}

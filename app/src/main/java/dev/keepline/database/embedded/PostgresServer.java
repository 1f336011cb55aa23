package dev.keepline.database.embedded;

import dev.keepline.database.Database;
import dev.keepline.database.StartupProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A running embedded server, child of this process. The caller holds the lock of the data folder: a server found running
 * there has lost the process that started it, and is stopped before a new one starts.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String DATABASE = "keepline";

    private final Process process;
    private final Database database;
    private volatile boolean stopping;

    private PostgresServer(Process process, Database database) {
        this.process = process;
        this.database = database;
    }

    /**
     * Unpacks and initialises what is missing, recovers what a kill left behind, starts, and makes sure that the database
     * exists.
     *
     * @param progress told in one line what takes long
     * @throws StartupProblem when the server cannot start
     */
    public static PostgresServer start(ServerFolders folders, Durability durability, Consumer<String> progress) {
        try {
            return open(folders, durability, progress);
        } catch (IOException failure) {
            throw FolderProblems.explain(folders.cluster(), failure);
        }
    }

    private static PostgresServer open(ServerFolders folders, Durability durability, Consumer<String> progress)
            throws IOException {
        Path home = PostgresBinaries.unpacked(folders.binaries(), progress);
        Files.createDirectories(folders.log().toAbsolutePath().getParent());
        Cluster cluster = new Cluster(folders, home, ServerUser.find());
        if (cluster.exists()) {
            cluster.refuseOtherVersion();
            stopOrphan(folders, progress);
        } else {
            progress.accept("Creating the database");
            cluster.create(durability);
        }
        cluster.user().own(List.of(folders.cluster()));
        ServerLaunch.Started started = new ServerLaunch(cluster, durability, progress).start();
        Database database = database(started.port(), DATABASE, cluster.password());
        PostgresServer server = new PostgresServer(started.process(), database);
        server.createDatabase(database(started.port(), "postgres", cluster.password()));
        return server;
    }

    /** The server that runs in this folder now, started by another process: for commands beside a running application. */
    public static Optional<Database> running(ServerFolders folders) {
        try {
            Optional<PidFile> file = PidFile.read(folders.pidFile()).filter(PidFile::ready);
            if (file.flatMap(PidFile::server).isEmpty()) {
                return Optional.empty();
            }
            String password = Files.readString(folders.password()).strip();
            return file.map(server -> database(server.port(), DATABASE, password));
        } catch (IOException failure) {
            throw FolderProblems.explain(folders.cluster(), failure);
        }
    }

    private static void stopOrphan(ServerFolders folders, Consumer<String> progress) throws IOException {
        Optional<PidFile> file = PidFile.read(folders.pidFile());
        Optional<ProcessHandle> orphan = file.flatMap(PidFile::server);
        if (orphan.isPresent()) {
            progress.accept("Stopping the database server that a killed run left behind");
            Signals.stop(orphan.get());
        } else {
            // Its pid may be another program's by now, and PostgreSQL would refuse to start because of that.
            Files.deleteIfExists(folders.pidFile());
        }
    }

    private static Database database(int port, String name, String password) {
        return new Database("jdbc:postgresql://127.0.0.1:" + port + "/" + name, Cluster.OWNER, password);
    }

    private void createDatabase(Database maintenance) throws IOException {
        try (Connection connection =
                        DriverManager.getConnection(maintenance.url(), maintenance.owner(), maintenance.password());
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select from pg_database where datname = '" + DATABASE + "'")
                    .next()) {
                statement.execute("create database " + DATABASE);
            }
            keepNoLog(statement);
        } catch (SQLException failure) {
            close();
            throw new StartupProblem(
                    "the embedded database refuses its owner: " + failure.getMessage(),
                    "Restore the secrets folder of the data folder, or name another folder with --data.",
                    failure);
        }
    }

    /** Until somebody backs up, finished segments of the log need not be kept; without a word the server keeps them all. */
    private static void keepNoLog(Statement statement) throws SQLException {
        if (statement
                .executeQuery("select from pg_settings where name = 'archive_command' and setting = ''")
                .next()) {
            statement.execute("alter system set archive_command = 'true'");
            statement.execute("select pg_reload_conf()");
        }
    }

    /** Lets the server write in a folder of ours, where it runs as another user than we do. */
    public static void letWrite(Path folder) throws IOException {
        ServerUser.find().own(List.of(folder));
    }

    /** How its owner logs in. */
    public Database database() {
        return database;
    }

    /** The server's process id. */
    public long pid() {
        return process.pid();
    }

    /** Has the action run, on a thread of its own, when the server ends without being asked to. */
    public void onDeath(Runnable action) {
        Thread.ofVirtual().name("postgres-watch").start(() -> {
            process.onExit().join();
            if (!stopping) {
                action.run();
            }
        });
    }

    /** Stops the server with a checkpoint; returns when it has ended. */
    @Override
    public void close() {
        stopping = true;
        try {
            Signals.stop(process.toHandle());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package dev.keepline.database.backup;

import dev.keepline.database.StartupProblem;
import dev.keepline.database.embedded.Durability;
import dev.keepline.database.embedded.PostgresServer;
import dev.keepline.database.embedded.ServerFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes a server's folder again out of a base backup and the log after it, and starts the server on it. */
final class Restore {

    private final BackupFolder from;
    private final ServerFolders to;
    private final Consumer<String> progress;

    Restore(BackupFolder from, ServerFolders to, Consumer<String> progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    /** How far. */
    sealed interface Until {

        /** Everything the archive has. */
        record End() implements Until {}

        /** What was committed by then. */
        record Moment(Instant at) implements Until {}

        /** No further than the base backup itself: to see whether it works at all. */
        record Consistent() implements Until {}
    }

    /**
     * A server on the restored data, open for work.
     *
     * @param lastCommit of what was restored; empty when the log after the base backup has none
     */
    record Restored(PostgresServer server, Optional<Instant> lastCommit) implements AutoCloseable {
        @Override
        public void close() {
            server.close();
        }
    }

    /** @param base a folder with a backup's file and what its manifest says of it */
    Restored run(Path base, Manifest manifest, Until until) throws IOException, SQLException {
        progress.accept("Unpacking the backup of " + manifest.stoppedAt());
        var digest = ClusterCopy.unpack(base.resolve(BackupFolder.CONTENT), to.cluster());
        if (!digest.equals(manifest.sha256())) {
            throw new StartupProblem(
                    "the backup " + base + " is not as it was made: its checksum differs",
                    "Take an older one with --base NAME; that folder's disk is not to be trusted.");
        }
        Private.folder(to.password().getParent());
        Files.move(to.cluster().resolve("keepline-password"), to.password());
        settings(recovery(until));
        PostgresServer.letWrite(from.root());
        Private.file(to.cluster().resolve("recovery.signal"));
        var server = start(until);
        try {
            var last = lastCommit(server);
            settings("archive_command = 'true'\n");
            return new Restored(server, last);
        } catch (IOException | SQLException | RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    private PostgresServer start(Until until) {
        progress.accept("Following the log");
        try {
            return PostgresServer.start(to, Durability.FULL, progress);
        } catch (StartupProblem problem) {
            if (until instanceof Until.Moment(var at)
                    && String.valueOf(problem.getMessage()).contains("recovery ended before")) {
                throw new StartupProblem(
                        "nothing in the archive is as late as " + at,
                        "Leave out --at to get everything there is; the folder that was begun can be deleted.",
                        problem);
            }
            throw problem;
        }
    }

    private String recovery(Until until) {
        var target = switch (until) {
            case Until.End _ -> "";
            case Until.Moment(var at) ->
                "recovery_target_time = '" + at.toString().replace("Z", "+00") + "'\n";
            case Until.Consistent _ -> "recovery_target = 'immediate'\n";
        };
        return "restore_command = '" + from.archive().restoreCommand().replace("'", "''") + "'\n" + target
                + "recovery_target_action = 'promote'\n"
                // What is restored writes into nobody's archive until somebody backs it up, into a folder of its own.
                + "archive_command = 'true'\n";
    }

    private void settings(String content) throws IOException {
        Files.writeString(to.cluster().resolve("postgresql.auto.conf"), content);
    }

    private static Optional<Instant> lastCommit(PostgresServer server) throws SQLException {
        var database = server.database();
        try (var connection = DriverManager.getConnection(database.url(), database.owner(), database.password());
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_last_xact_replay_timestamp()")) {
            row.next();
            @Nullable OffsetDateTime last = row.getObject(1, OffsetDateTime.class);
            return Optional.ofNullable(last).map(OffsetDateTime::toInstant);
        }
    }
}

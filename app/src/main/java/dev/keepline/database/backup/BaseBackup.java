package dev.keepline.database.backup;

import dev.keepline.database.Database;
import dev.keepline.database.StartupProblem;
import dev.keepline.database.embedded.Folders;
import dev.keepline.database.embedded.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Takes one base backup of a server that goes on working, through one connection that stays open all the while. */
final class BaseBackup {

    /** As long as a segment may lie unfinished, and so be lost together with the machine. */
    private static final String ARCHIVE_TIMEOUT = "60s";

    private static final Duration ARCHIVED_WITHIN = Duration.ofMinutes(2);
    private static final Pattern FIRST = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Database database;
    private final Path cluster;
    private final Path password;
    private final Consumer<String> progress;

    BaseBackup(Database database, Path cluster, Path password, Consumer<String> progress) {
        this.database = database;
        this.cluster = cluster;
        this.password = password;
        this.progress = progress;
    }

    /** A finished backup that has no name yet. */
    record Taken(Manifest manifest, Path partial) {

        /** From now on it counts. */
        Path name(BackupFolder folder) throws IOException {
            var place = folder.base(manifest.name());
            Private.sync(partial);
            Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
            Private.sync(place.getParent());
            return place;
        }
    }

    Taken take(BackupFolder folder) throws IOException, SQLException {
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.owner(), database.password())) {
            var server = Server.of(connection);
            if (!server.archives()) {
                throw new StartupProblem(
                        "this server was started without an archive of its log",
                        "Stop Keepline and start it with this release, then back up again.");
            }
            folder.claim(server.system() + " " + server.timeline());
            PostgresServer.letWrite(folder.root());
            archiveInto(folder.archive(), connection);
            return take(folder, server, connection);
        }
    }

    /** From now on every finished segment goes there, whoever starts the server. */
    private void archiveInto(Archive archive, Connection connection) throws SQLException {
        var command = archive.archiveCommand();
        if (!command.equals(text(connection, "show archive_command"))) {
            progress.accept("From now on the log is kept in " + archive.folder());
            run(connection, "alter system set archive_timeout = '" + ARCHIVE_TIMEOUT + "'");
            run(connection, "alter system set archive_command = '" + command.replace("'", "''") + "'");
            run(connection, "select pg_reload_conf()");
        }
    }

    private Taken take(BackupFolder folder, Server server, Connection connection) throws IOException, SQLException {
        var name = NAME.format(now(connection));
        var partial = Private.folder(folder.base(name + ".part"));
        progress.accept("Copying the database");
        try {
            return new Taken(copied(name, partial, folder.archive(), server, connection), partial);
        } catch (IOException | SQLException | RuntimeException failure) {
            Folders.delete(partial);
            throw failure;
        }
    }

    private Manifest copied(String name, Path partial, Archive archive, Server server, Connection connection)
            throws IOException, SQLException {
        try (ClusterCopy copy = ClusterCopy.into(partial.resolve(BackupFolder.CONTENT))) {
            run(connection, "select pg_backup_start('keepline " + name + "', true)");
            copy.add(cluster);
            var stop = stop(connection);
            copy.add("backup_label", stop.label());
            copy.add("keepline-password", Files.readString(password).strip());
            var digest = copy.finish();
            Private.sync(partial.resolve(BackupFolder.CONTENT));
            var manifest = new Manifest(
                    name,
                    server.system(),
                    server.timeline(),
                    server.version(),
                    now(connection),
                    first(stop.label()),
                    stop.segment(),
                    server.segmentBytes(),
                    digest);
            awaitLog(archive, manifest, connection);
            manifest.write(partial);
            return manifest;
        }
    }

    private record Stop(String segment, String label) {}

    private static Stop stop(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select pg_walfile_name(lsn), labelfile from pg_backup_stop(false)")) {
            row.next();
            return new Stop(row.getString(1), row.getString(2));
        }
    }

    private static String first(String label) throws IOException {
        var line = FIRST.matcher(label);
        if (!line.find()) {
            throw new IOException("the server's backup label names no segment: " + label);
        }
        return line.group(1);
    }

    private void awaitLog(Archive archive, Manifest manifest, Connection connection) throws IOException, SQLException {
        progress.accept("Waiting for the log");
        long deadline = System.nanoTime() + ARCHIVED_WITHIN.toNanos();
        while (!archive.has(manifest.lastSegment())) {
            if (System.nanoTime() > deadline) {
                throw new StartupProblem(
                        "the log does not arrive in " + archive.folder() + ": the server failed "
                                + text(connection, "select failed_count from pg_stat_archiver") + " times, last at "
                                + text(connection, "select coalesce(last_failed_wal, 'nothing') from pg_stat_archiver"),
                        "logs/postgres.log in the data folder says why. The server itself must be able to write there (under"
                                + " systemd: ReadWritePaths=), and gzip, cmp and sync must be on this machine.");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(50).toNanos());
        }
        var broken = archive.broken(manifest.firstSegment(), manifest.lastSegment(), manifest.segmentBytes());
        if (broken.isPresent()) {
            throw new StartupProblem(
                    "the segment " + broken.get() + " of the log is missing or torn in " + archive.folder(),
                    "Back up again; if it happens twice, use another disk.");
        }
    }

    private static Instant now(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the server says of itself. */
    private record Server(String system, long timeline, String version, long segmentBytes, boolean archives) {

        static Server of(Connection connection) throws SQLException {
            return new Server(
                    text(connection, "select system_identifier from pg_control_system()"),
                    Long.parseLong(text(connection, "select timeline_id from pg_control_checkpoint()")),
                    text(connection, "show server_version"),
                    Long.parseLong(text(connection, "select bytes_per_wal_segment from pg_control_init()")),
                    text(connection, "show archive_mode").equals("on"));
        }
    }
}

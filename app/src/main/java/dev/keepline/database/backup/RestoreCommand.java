package dev.keepline.database.backup;

import dev.keepline.database.Database;
import dev.keepline.database.Migrations;
import dev.keepline.database.StartupProblem;
import dev.keepline.database.embedded.ServerFolders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code ./keepline restore --from DIR --data DIR [--at TIME] [--base NAME]}: a program of its own, without application. */
public final class RestoreCommand {

    private static final String SETTINGS = "keepline.properties";
    private static final String PROGRAMS = "postgres";

    private final PrintStream out;
    private final InstantSource clock;

    RestoreCommand(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Restores and ends: 0 when the restored server worked and was stopped again. */
    public static void main(String[] arguments) {
        try {
            new RestoreCommand(System.out, InstantSource.system()).run(List.of(arguments));
        } catch (StartupProblem problem) {
            System.err.println("keepline: " + problem.getMessage());
            System.err.println("          " + problem.advice());
            Runtime.getRuntime().exit(1);
        }
    }

    void run(List<String> arguments) {
        var words = Words.read(arguments);
        var folder =
                new BackupFolder(Path.of(words.one("from")).toAbsolutePath().normalize());
        var data = Path.of(words.one("data")).toAbsolutePath().normalize();
        try {
            restore(folder, data, words);
        } catch (IOException | SQLException failure) {
            throw new StartupProblem(
                    "not restored: " + failure.getMessage(),
                    "Correct that, delete " + data + " as far as it was begun, then restore again.",
                    failure);
        }
    }

    private void restore(BackupFolder folder, Path data, Words words) throws IOException, SQLException {
        refuseFull(data);
        var at = words.value("at").map(RestoreCommand::moment);
        var base = base(folder, at, words.value("base"));
        var until = at.<Restore.Until>map(Restore.Until.Moment::new).orElseGet(Restore.Until.End::new);
        Private.folder(data);
        var restore = new Restore(folder, ServerFolders.in(data), this::say);
        try (var restored = restore.run(folder.base(base.name()), base, until)) {
            var last = restored.lastCommit().orElse(base.stoppedAt());
            var database = restored.server().database();
            Migrations.apply(database);
            mark(database, last, at);
            tell(last, at);
        }
    }

    /** Settings and secrets may be put there beforehand; data may not. */
    private static void refuseFull(Path data) throws IOException {
        if (Files.isDirectory(data)) {
            try (Stream<Path> files = Files.list(data)) {
                var found = files.filter(file -> !file.endsWith(SETTINGS) && !file.endsWith(PROGRAMS))
                        .findFirst();
                if (found.isPresent()) {
                    throw new StartupProblem(
                            data + " is not empty: " + found.get().getFileName() + " is in it",
                            "Name a folder that is missing, or holds " + SETTINGS + " only.");
                }
            }
        }
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            throw new StartupProblem("--at cannot be read: " + text, "Write it with its zone: 2026-11-29T09:30:00Z");
        }
    }

    private static Manifest base(BackupFolder folder, Optional<Instant> at, Optional<String> name) throws IOException {
        var bases = folder.bases();
        var found = name.isPresent()
                ? bases.stream().filter(base -> base.name().equals(name.get())).findFirst()
                : folder.before(at);
        return found.orElseThrow(() -> new StartupProblem(
                "there is no such backup in " + folder.root(),
                bases.isEmpty()
                        ? "./keepline backup --to makes one."
                        : "It can be restored to any time from "
                                + bases.getFirst().stoppedAt() + " on; its backups: "
                                + String.join(
                                        ", ", bases.stream().map(Manifest::name).toList())));
    }

    /** Whoever opens this database learns that what happened later, at gateways and carriers too, is not in it. */
    private void mark(Database database, Instant last, Optional<Instant> at) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.owner(), database.password());
                var statement = connection.prepareStatement(
                        "insert into restoration (restored_at, last_commit_at, asked_for) values (?, ?, ?)")) {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setObject(2, last.atOffset(ZoneOffset.UTC));
            @Nullable
            OffsetDateTime asked = at.map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null);
            statement.setObject(3, asked);
            statement.executeUpdate();
        }
    }

    private void tell(Instant last, Optional<Instant> at) {
        say("Restored. Last commit: " + last);
        at.ifPresent(time -> say("That is " + seconds(Duration.between(last, time)) + " s before the time asked for"));
        say("Lost: whatever was committed in the " + seconds(Duration.between(last, clock.instant()))
                + " s since then, as far as there was anything");
    }

    private static String seconds(Duration time) {
        return "%.1f".formatted(time.toMillis() / 1000.0);
    }

    private void say(String line) {
        out.println(line);
    }
}

package dev.keepline.database.backup;

import dev.keepline.database.Database;
import dev.keepline.database.StartupProblem;
import dev.keepline.database.embedded.Folders;
import dev.keepline.database.embedded.ServerFolders;
import dev.keepline.settings.Command;
import dev.keepline.settings.KeeplineProperties;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** {@code ./keepline backup --to DIR [--keep N] [--untried]}; it works beside a running application. */
final class BackupCommand implements Command {

    private final Database database;
    private final KeeplineProperties settings;
    private final PrintStream out;

    BackupCommand(Database database, KeeplineProperties settings, PrintStream out) {
        this.database = database;
        this.settings = settings;
        this.out = out;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public int run(List<String> arguments) {
        if (settings.dbUrl() != null) {
            throw new StartupProblem(
                    "this database is a PostgreSQL of yours: its own tools back it up",
                    "deploy/postgresql/backup.sh does it with pg_basebackup; docs/runbooks/restore.md describes it.");
        }
        var words = Words.read(arguments);
        try {
            backUp(new BackupFolder(Path.of(words.one("to")).toAbsolutePath().normalize()), words);
            return 0;
        } catch (IOException | SQLException failure) {
            throw new StartupProblem(
                    "no backup was made: " + failure.getMessage(), "Correct that, then back up again.", failure);
        }
    }

    private void backUp(BackupFolder folder, Words words) throws IOException, SQLException {
        int keep = words.number("keep").orElse(Integer.MAX_VALUE);
        var server = ServerFolders.in(settings.data());
        var taken = new BaseBackup(database, server.cluster(), server.password(), this::say).take(folder);
        if (words.has("untried")) {
            say("It was not restored on trial, as you wished");
        } else {
            tryOut(folder, taken, server.binaries());
        }
        var place = taken.name(folder);
        say("Backed up: " + place + ", " + Files.size(place.resolve(BackupFolder.CONTENT)) / 1_000_000 + " MB");
        var dropped = folder.keep(keep);
        if (dropped.bases() > 0) {
            say("Dropped " + dropped.bases() + " older and " + dropped.segments() + " segments of the log before them");
        }
    }

    /** A backup is one only when it can be restored: it is, beside the others, and removed again. */
    private void tryOut(BackupFolder folder, BaseBackup.Taken taken, Path binaries) throws IOException, SQLException {
        say("Restoring it on trial");
        var trial = folder.base(taken.manifest().name() + ".trial.part");
        var place = new ServerFolders(
                binaries, trial.resolve("pg"), trial.resolve("secrets").resolve("password"), trial.resolve("log"));
        Private.folder(trial);
        try (var restored = new Restore(folder, place, line -> {})
                .run(taken.partial(), taken.manifest(), new Restore.Until.Consistent())) {
            var theirs = restored.server().database();
            try (var connection = DriverManager.getConnection(theirs.url(), theirs.owner(), theirs.password());
                    var statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from journal_entry")) {
                row.next();
                say("It works: " + row.getLong(1) + " journal entries");
            }
        } finally {
            Folders.delete(trial);
        }
    }

    private void say(String line) {
        out.println(line);
    }
}

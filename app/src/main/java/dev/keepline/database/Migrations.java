package dev.keepline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateResult;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Brings the schema of a database to this version of the program, as the owner, before anything else uses it. */
public final class Migrations {
    private static final int OLDEST_SERVER = 15;

    private Migrations() {}

    /**
     * Applies what is missing.
     *
     * @return how many migrations were applied
     * @throws StartupProblem when the server is unreachable or too old, or a migration fails
     */
    public static int apply(Database database) {
        reach(database);
        try {
            MigrateResult result = flyway(database).migrate();
            return result.migrationsExecuted;
        } catch (FlywayException failure) {
            if (failure instanceof FlywayValidateException && distance(database).unknown() > 0) {
                throw newer();
            }
            throw new StartupProblem("a migration failed: " + failure.getMessage(), advice(failure), failure);
        }
    }

    private static Flyway flyway(Database database) {
        return Flyway.configure()
                .dataSource(database.url(), database.owner(), database.password())
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                // Each module numbers its migrations in a block of its own, so a new one may have a low number.
                .outOfOrder(true)
                // Steps of a newer version are no harmless surplus: what they changed, this one would use as it was.
                .ignoreMigrationPatterns(new String[0])
                .load();
    }

    /**
     * How far a schema is from this version of the program.
     *
     * @param missing steps that the next start makes
     * @param made steps that were made
     * @param unknown of these, those that a newer version made
     */
    record Distance(int missing, int made, long unknown) {

        /** Nothing was ever made. */
        boolean isEmpty() {
            return made == 0;
        }
    }

    /** Looks, and changes nothing. */
    static Distance distance(Database database) {
        var info = flyway(database).info();
        long unknown = Arrays.stream(info.applied())
                .filter(step -> !step.getState().isResolved())
                .count();
        return new Distance(info.pending().length, info.applied().length, unknown);
    }

    /** @throws StartupProblem when nothing was ever made there, or when it has to be of this version and is not */
    static void look(Database database, Schema schema) {
        var distance = distance(database);
        if (distance.isEmpty()) {
            throw new StartupProblem(
                    "the database is empty: no Keepline has started on it yet", "Start it once: it makes its tables.");
        }
        if (schema == Schema.OF_THIS_VERSION && distance.unknown() > 0) {
            throw newer();
        }
        if (schema == Schema.OF_THIS_VERSION && distance.missing() > 0) {
            throw new StartupProblem(
                    "an older Keepline works on this database: it is " + distance.missing()
                            + " steps behind this version",
                    "Use the command of the release that runs, or start this one in its place first.");
        }
    }

    private static StartupProblem newer() {
        return new StartupProblem(
                "a newer Keepline has changed the database; this one would misread it",
                "Start the newer release. Back to this one leads only the restore of a backup: docs/runbooks/restore.md.");
    }

    /** The versions of all migrations that this program brings along. */
    public static List<Integer> versions() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql"))
                    .map(resource -> Objects.requireNonNull(resource.getFilename()))
                    .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String advice(FlywayException failure) {
        return switch (sqlState(failure)) {
            case "42501" ->
                "The database's login needs the right to create the role keepline_app, or a superuser runs once:"
                        + " create role keepline_app nologin; grant keepline_app to <login> with admin option;";
            case "53100" -> "The database's disk is full. Make room, then start again.";
            default ->
                "Nothing of it was kept. Restore the release that ran before, or report this with the text above.";
        };
    }

    private static String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    /** @throws StartupProblem when the server cannot be reached, refuses our log-in, or is too old */
    static void reach(Database database) {
        try (Connection connection = connect(database)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_SERVER) {
                throw new StartupProblem(
                        "the database server is PostgreSQL " + version + ", which is too old",
                        "Use PostgreSQL " + OLDEST_SERVER + " or newer, or leave out --db-url for the embedded one.");
            }
        } catch (SQLException unreachable) {
            throw new StartupProblem(
                    "the database " + database + " cannot be reached: " + unreachable.getMessage(),
                    "Check address, login and password, and that the server is running.",
                    unreachable);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.owner());
        properties.setProperty("password", database.password());
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(database.url(), properties);
    }
}

package dev.keepline.launcher;

import static dev.keepline.launcher.Launched.keepline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.catalog.OfferingId;
import dev.keepline.database.Database;
import dev.keepline.database.Migrations;
import dev.keepline.database.embedded.Durability;
import dev.keepline.database.embedded.PostgresServer;
import dev.keepline.database.embedded.ServerFolders;
import dev.keepline.journey.RealProcess;
import dev.keepline.journey.World;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.Consent;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.QuoteResult;
import dev.keepline.renewal.Quotes;
import dev.keepline.renewal.Renewals;
import dev.keepline.renewal.StartResult;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The drill: renewals on a real embedded server, a backup, more renewals; the machine is lost; restored to a time in
 * between; the books are exactly those of that time; gateway and carrier remember more, and nothing is ordered twice.
 */
class BackupDrillTest {

    private static final String CARD = "4242424242424242";

    /** Everything that must be as it was: books, renewals, what was sent to whom. */
    private static final List<String> COUNTED = List.of(
            "select count(*) from journal_entry",
            "select coalesce(sum(amount_minor), 0) from transfer",
            "select count(*) from renewal",
            "select count(*) from outside_call",
            "select count(*) from message",
            "select count(*) from support_case");

    @TempDir
    Path folder;

    private int serial;

    @Test
    void what_was_committed_by_that_time_is_there_and_nothing_else_and_nothing_is_ordered_twice() throws Exception {
        var data = Launched.dataFolder(folder);
        var backups = folder.resolve("backups");
        var server = server(data);
        try (var lock = lock(data);
                var world = World.on(server.database()).open("Drill")) {
            assertThat(lock.isOpen()).isTrue();
            var ann = world.account("ann@keepline.example");
            renewed(world, ann);

            var backup = command("backup", "--to", backups.toString(), "--data", data.toString(), "--keep", "3");
            assertThat(backup).contains("It works: ", "Backed up: ");
            assertThat(Files.getPosixFilePermissions(backups)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(below(backups))
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));

            renewed(world, ann);
            var open = begun(world, ann);
            world.until(ann, open, Phase.TO_PAY);
            var then = List.<Long>of();
            var at = Instant.EPOCH;
            while (!counts(server.database()).equals(then)) { // until nothing moves
                then = counts(server.database());
                at = now(server.database());
            }

            paid(world, ann, open);
            world.until(ann, open, Phase.RENEWED);
            var forgotten = renewed(world, ann);
            assertThat(counts(server.database())).isNotEqualTo(then);
            world.endApplication();
            archived(server.database(), backups);
            server.close();
            int orders = world.sandbox().log("dtone", "order").size();

            var restored = Files.createDirectories(folder.resolve("restored"));
            refusesAFullFolder(backups, data);
            settings(world, restored);
            var said = command(
                    "restore", "--from", backups.toString(), "--data", restored.toString(), "--at", at.toString());
            assertThat(said).contains("Restored. Last commit: ", "s before the time asked for", "The ledger is right");
            assertThat(said)
                    .as("in our words only")
                    .doesNotContainIgnoringCase("flyway")
                    .doesNotContain(" INFO ", "DEBUG");

            var second = server(restored);
            try {
                assertThat(counts(second.database())).isEqualTo(then);
                assertThatThrownBy(() -> world.startOn(second.database()))
                        .hasStackTraceContaining("this database was restored");
                second.close();
                assertThat(command("restored", "--data", restored.toString()))
                        .contains(
                                "not in our books", forgotten.toString().replace("-", ""), "The application may start");
                goesOn(world, restored, ann, open, orders);
            } finally {
                second.close();
            }
        } finally {
            server.close();
        }
    }

    /** The renewal that was half done by the books, and done by everybody else's, becomes a person's, not a second order. */
    private void goesOn(World world, Path restored, AccountId ann, RenewalId open, int orders) throws IOException {
        var third = server(restored);
        try {
            world.startOn(third.database());
            RealProcess.await(
                    "a case about " + open,
                    Duration.ofSeconds(30),
                    () -> cases(third.database()).contains("PAYMENT_ODD"));
            assertThat(cases(third.database())).contains("RESTORED");
            assertThat(world.bean(Renewals.class).find(ann, open).orElseThrow().phase())
                    .isEqualTo(Phase.TO_PAY);
            assertThat(world.sandbox().log("dtone", "order")).hasSize(orders);
            world.endApplication();
        } finally {
            third.close();
        }
    }

    private void refusesAFullFolder(Path backups, Path data) throws IOException {
        try (var refused = keepline("restore", "--from", backups.toString(), "--data", data.toString())) {
            assertThat(refused.ends()).isEqualTo(1);
            assertThat(refused.output()).contains("is not empty");
        }
    }

    private static String command(String... words) throws IOException {
        try (var run = keepline(words)) {
            assertThat(run.ends()).as(run.output()).isZero();
            return run.output();
        }
    }

    private static PostgresServer server(Path data) {
        var server = PostgresServer.start(ServerFolders.in(data), Durability.FULL, line -> {});
        Migrations.apply(server.database());
        return server;
    }

    /** As a running application holds it, so that commands work beside it. */
    private static FileChannel lock(Path data) throws IOException {
        var channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }

    private static void settings(World world, Path data) throws IOException {
        Files.writeString(
                data.resolve("keepline.properties"),
                world.settings().stream()
                        .filter(word -> word.startsWith("--keepline."))
                        .map(word -> word.substring(2))
                        .collect(Collectors.joining("\n")));
    }

    private RenewalId renewed(World world, AccountId account) {
        var renewal = begun(world, account);
        paid(world, account, renewal);
        world.until(account, renewal, Phase.RENEWED);
        return renewal;
    }

    private RenewalId begun(World world, AccountId account) {
        var line = world.esim(account, World.iccid(++serial, "0878"));
        var quoted =
                world.bean(Quotes.class).quote(account, line.id(), new OfferingId("sandbox-monthly"), Optional.empty());
        var quote = ((QuoteResult.Quoted) quoted).quote();
        var consent = new Consent(quote.promise().termsVersion(), true, "en");
        return ((StartResult.Underway) world.bean(Renewals.class).start(account, quote.id(), consent)).renewal();
    }

    private static void paid(World world, AccountId account, RenewalId renewal) {
        var page = world.until(account, renewal, Phase.TO_PAY)
                .standing()
                .pay()
                .orElseThrow()
                .url()
                .getPath();
        world.sandbox().pay(page.substring(page.lastIndexOf('/') + 1), CARD);
    }

    private static JdbcClient jdbc(Database database) {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), database.owner(), database.password()));
    }

    private static List<Long> counts(Database database) {
        return COUNTED.stream()
                .map(sql -> jdbc(database)
                        .sql(sql)
                        .query((row, n) -> row.getLong(1))
                        .single())
                .toList();
    }

    private static List<String> cases(Database database) {
        return jdbc(database)
                .sql("select kind from support_case")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static Instant now(Database database) {
        return jdbc(database)
                .sql("select clock_timestamp()")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class))
                .single()
                .toInstant();
    }

    /** What the server does by itself within a minute: finishes the segment and archives it. */
    private static void archived(Database database, Path backups) {
        var segment = jdbc(database)
                .sql("select pg_walfile_name(pg_switch_wal())")
                .query(String.class)
                .single();
        var file = backups.resolve("wal").resolve(segment + ".gz");
        RealProcess.await(file + " is there", Duration.ofSeconds(30), () -> Files.exists(file));
    }

    private static List<Path> below(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}

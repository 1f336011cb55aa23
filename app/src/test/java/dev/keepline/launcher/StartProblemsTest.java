package dev.keepline.launcher;

import static dev.keepline.launcher.Launched.freePorts;
import static dev.keepline.launcher.Launched.functions;
import static dev.keepline.launcher.Launched.keepline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.database.PostgresTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What can keep Keepline from starting, and that each is said in words that help. */
class StartProblemsTest {
    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final String OPTIONS = ". $LAUNCHER/say.sh; . $LAUNCHER/options.sh";

    @TempDir
    Path folder;

    @Test
    void without_a_jdk_25_it_says_what_to_install() throws IOException {
        fails(
                functions(". $LAUNCHER/say.sh; . $LAUNCHER/jdk.sh; is_jdk_25() { return 1; }; find_jdk"),
                "no JDK 25",
                "JAVA_HOME");
    }

    @Test
    void without_maven_it_says_what_to_install() throws IOException {
        fails(
                functions(". $LAUNCHER/say.sh; . $LAUNCHER/jdk.sh; PATH=/nowhere; find_maven"),
                "Maven was not found",
                "apt-get");
    }

    @Test
    void a_jdk_of_another_version_is_no_jdk_25() throws IOException {
        Path jdk = folder.resolve("jdk");
        Files.createDirectories(jdk.resolve("bin"));
        for (String program : new String[] {"java", "javac"}) {
            assertThat(Files.createFile(jdk.resolve("bin").resolve(program))
                            .toFile()
                            .setExecutable(true))
                    .isTrue();
        }
        String check = ". $LAUNCHER/jdk.sh; is_jdk_25 " + jdk;
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"21.0.4\"\n");
        assertThat(functions(check).ends()).isNotZero();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        assertThat(functions(check).ends()).isZero();
    }

    @Test
    void unknown_options_and_commands_are_refused() throws IOException {
        ends(2, keepline("run", "--prot", "9"), "there is no option '--prot'", "--help");
        ends(2, keepline("run", "--port", "many"), "--port needs a number", "--help");
        ends(2, keepline("fly"), "there is no command 'fly'", "./keepline run");
    }

    @Test
    void a_taken_port_is_said_before_anything_is_built() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var run = "run --no-sandbox --data " + folder.resolve("data") + " --port " + taken.getLocalPort();
            ends(
                    1,
                    functions(". $LAUNCHER/say.sh; . $LAUNCHER/build.sh; . $LAUNCHER/run.sh\n"
                            + "ready_to_run() { exit 9; }\n" + run),
                    "port " + taken.getLocalPort() + " is taken",
                    "--port");
        }
    }

    @Test
    void beside_the_sandbox_it_listens_on_this_machine_only_unless_an_address_is_named() throws IOException {
        ends(2, keepline("run", "--listen", "everywhere"), "--listen needs an address", "--help");
        assertThat(listens("")).isEqualTo("127.0.0.1");
        assertThat(listens("--listen 0.0.0.0")).isEqualTo("0.0.0.0");
        assertThat(listens("--no-sandbox")).isEmpty();
        try (var warned =
                functions(OPTIONS + "; . $LAUNCHER/run.sh; read_run_options --listen 0.0.0.0; warn_of_the_network")) {
            warned.ends();
            assertThat(warned.output()).contains("passwords are published");
        }
    }

    private static String listens(String options) throws IOException {
        try (var asked = functions(OPTIONS + "; read_run_options " + options + "; echo \"$LISTEN\"")) {
            assertThat(asked.ends()).isZero();
            return asked.output().strip();
        }
    }

    @Test
    void the_cache_for_faster_starts_is_waited_for_by_nobody_who_presses_ctrl_c() throws IOException {
        var java = Files.writeString(folder.resolve("java"), "#!/bin/sh\nexec sleep 120\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.createDirectories(folder.resolve("run"));
        var lock = Files.writeString(folder.resolve("run/launcher.pid"), "1");
        var end = OPTIONS + "; . $LAUNCHER/build.sh; . $LAUNCHER/run.sh; JAVA=" + java + "; DATA=" + folder
                + "; APP_CLASSPATH=x; AOT_CACHE=" + folder.resolve("it.aot") + "; : >\"$AOT_CACHE.recorded\"\n"
                + "trap '' INT TERM HUP; (exit 143) & APP_PID=$!\n";
        long from = System.nanoTime();
        try (var later = functions(end + "keep_cache later; kill -KILL $!")) {
            assertThat(later.ends()).isZero();
        }
        assertThat(lock).doesNotExist();
        try (var waits = functions(end + "keep_cache")) {
            waits.says("Preparing faster starts").signal("INT");
            assertThat(waits.ends()).isEqualTo(130);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void a_data_folder_that_cannot_be_written_is_named() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));
        fails(run(file.resolve("data")), "cannot be written", "--data");
    }

    @Test
    void a_data_folder_of_another_postgres_version_is_refused() throws IOException {
        Path data = Launched.dataFolder(folder);
        Files.writeString(Files.createDirectories(data.resolve("pg")).resolve("PG_VERSION"), "14\n");
        fails(run(data), "was made by PostgreSQL 14", "--data");
    }

    @Test
    void a_database_that_does_not_answer_is_named_without_its_password() throws IOException {
        String address = "postgresql://ann:secret@127.0.0.1:" + freePorts() + "/lines";
        String said = fails(run(folder.resolve("data"), "--db-url", address), "cannot be reached", "Check address");
        assertThat(said).doesNotContain("secret");
    }

    @Test
    void an_address_that_is_none_is_refused_without_repeating_it() throws IOException {
        String said =
                fails(run(folder.resolve("data"), "--db-url", "mysql:ann:secret"), "cannot be read", "postgresql://");
        assertThat(said).doesNotContain("secret");
    }

    @Test
    void a_migration_that_fails_is_named_and_leaves_the_database_as_it_was() throws IOException {
        var spoilt = new PostgresTest();
        var owner = spoilt.owner();
        owner.sql("drop owned by keepline_app").update();
        owner.sql("drop schema public cascade").update();
        owner.sql("create schema public").update();
        owner.sql("create view public.account as select 1 as in_the_way").update();
        fails(
                run(folder.resolve("data"), "--db-url=" + address(spoilt)),
                "a migration failed",
                "Nothing of it was kept");
    }

    @Test
    void a_setting_that_nobody_knows_is_refused() throws IOException {
        Path data = Launched.dataFolder(folder);
        Files.writeString(data.resolve("keepline.properties"), "keepline.pubic-url=https://lines.example\n");
        fails(run(data, "--db-url", address(postgres)), "unknown setting: keepline.pubic-url", "docs/settings.md");
    }

    @Test
    void a_value_that_fits_no_setting_is_refused_with_the_settings_name() throws IOException {
        Path data = Launched.dataFolder(folder);
        Files.writeString(data.resolve("keepline.properties"), "keepline.pool.size=many\n");
        fails(run(data, "--db-url", address(postgres)), "keepline.pool.size", "docs/settings.md");
    }

    @Test
    void a_value_is_refused_with_the_words_it_may_be_or_what_it_needs() throws IOException {
        for (var wrong : List.of(
                List.of("keepline.mail.security=ssl", "keepline.mail.security", "'ssl' is none of starttls, tls, none"),
                List.of("keepline.pool.size=0", "keepline.pool.size needs at least 2", "docs/settings.md"),
                List.of("keepline.mail.from=nobody <", "keepline.mail.from is no address", "docs/settings.md"),
                List.of("keepline.proxies=localhost", "keepline.proxies holds what is no address", "localhost"))) {
            Path data = Launched.dataFolder(Files.createTempDirectory(folder, "wrong"));
            Files.writeString(data.resolve("keepline.properties"), wrong.getFirst() + "\n");
            fails(run(data, "--db-url", address(postgres)), wrong.get(1), wrong.get(2));
        }
    }

    @Test
    void what_is_no_setting_of_ours_in_the_file_is_refused_too() throws IOException {
        Path data = Launched.dataFolder(folder);
        Files.writeString(data.resolve("keepline.properties"), "server.prot=80\n");
        fails(run(data, "--db-url", address(postgres)), "unknown setting: server.prot", "docs/settings.md");
    }

    @Test
    void a_secrets_file_with_nothing_in_it_is_no_secret() throws IOException {
        Path data = Launched.dataFolder(folder);
        Path empty = Files.createFile(folder.resolve("stripe-key"));
        Files.writeString(data.resolve("keepline.properties"), "keepline.stripe.key-file=" + empty + "\n");
        fails(run(data, "--db-url", address(postgres)), "keepline.stripe.key-file", "names is empty");
    }

    @Test
    void a_database_that_a_newer_release_has_changed_is_left_alone() throws IOException {
        var newer = new PostgresTest();
        newer.owner()
                .sql("insert into flyway_schema_history select 9990, '9990', 'of the future', 'SQL',"
                        + " 'V9990__future.sql', 0, 'x', now(), 0, true")
                .update();
        fails(
                run(folder.resolve("data"), "--db-url", address(newer)),
                "a newer Keepline has changed the database",
                "Start the newer release");
    }

    @Test
    void a_live_key_beside_a_sandbox_is_refused() throws IOException {
        Path data = Launched.dataFolder(folder);
        Files.writeString(data.resolve("keepline.properties"), """
                keepline.stripe.key=sk_live_made-up
                keepline.stripe.webhook-secret=whsec_made-up
                keepline.dtone.url=http://127.0.0.1:1/dtone/v1
                keepline.dtone.key=sandbox
                keepline.dtone.secret=sandbox
                """);
        String said = fails(run(data, "--db-url", address(postgres)), "keepline.sandbox is false", "one world");
        assertThat(said).doesNotContain("made-up");
    }

    @Test
    void a_public_url_that_is_none_is_refused() throws IOException {
        fails(run(folder.resolve("data"), "--public-url", "lines.example"), "keepline.public-url", "https://");
    }

    private static String address(PostgresTest database) {
        return database.database()
                .url()
                .replace(
                        "jdbc:postgresql://",
                        "postgresql://keepline:" + database.database().password() + "@");
    }

    private static Launched run(Path data, String... more) throws IOException {
        String[] arguments = new String[more.length + 6];
        String[] first = {"run", "--no-sandbox", "--data", data.toString(), "--port", "" + freePorts()};
        System.arraycopy(first, 0, arguments, 0, first.length);
        System.arraycopy(more, 0, arguments, first.length, more.length);
        return keepline(arguments);
    }

    private static String fails(Launched launched, String problem, String advice) throws IOException {
        return ends(1, launched, problem, advice);
    }

    private static String ends(int code, Launched launched, String problem, String advice) throws IOException {
        try (launched) {
            assertThat(launched.ends()).isEqualTo(code);
            assertThat(launched.output()).contains(problem).contains(advice).doesNotContain("\tat ");
            return launched.output();
        }
    }
}

package dev.keepline.launcher;

import static dev.keepline.launcher.Launched.keepline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.database.PostgresTest;
import dev.keepline.testing.SandboxProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./keepline doctor} as it is typed, on a healthy installation and on broken ones. */
class DoctorTest {

    @RegisterExtension
    static final SandboxProcess sandbox = new SandboxProcess();

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    @TempDir
    Path data;

    @Test
    void all_is_well_where_it_is() throws IOException {
        var report = doctor(healthy());
        assertThat(report.path("checks"))
                .as(report.toString())
                .allSatisfy(check -> assertThat(check.path("fine").asBoolean())
                        .as(check.toString())
                        .isTrue());
        assertThat(report.path("checks")).hasSizeGreaterThan(8);
    }

    /** One start each is dear, so one installation has everything wrong that leaves room for the rest. */
    @Test
    void everything_that_is_wrong_is_named_in_one_go_without_a_secret() throws IOException {
        var settings = healthy();
        settings.put("keepline.stripe.key", "sk_test_somebody_elses");
        settings.put("keepline.dtone.secret", "not-the-secret");
        settings.put("keepline.mail.port", String.valueOf(closedPort()));
        postgres.owner()
                .sql("delete from flyway_schema_history where version = '160'")
                .update();
        try {
            var report = doctor(settings);
            assertThat(report.path("well").asBoolean()).isFalse();
            assertThat(what(report, "schema")).contains("1 steps behind");
            assertThat(what(report, "mail")).contains("does not take our log-in");
            assertThat(what(report, "key for stripe")).contains("not answered as hoped");
            assertThat(what(report, "key for dtone")).contains("not answered as hoped");
            assertThat(report.toString()).doesNotContain("somebody_elses", "not-the-secret");
        } finally {
            postgres.owner()
                    .sql("insert into flyway_schema_history select 999, '160', 'restoration', 'SQL',"
                            + " 'V160__restoration.sql', 0, 'x', now(), 0, true")
                    .update();
        }
    }

    @Test
    void a_wrong_password_of_the_database_is_named_and_the_password_is_not() throws IOException {
        var settings = healthy();
        settings.put("keepline.db-url", address().replaceFirst(":[^:@/]+@", ":mistyped@"));
        var report = doctor(settings);
        assertThat(what(report, "start")).contains("cannot be reached", "password authentication failed");
        assertThat(report.toString()).doesNotContain("mistyped");
    }

    @Test
    void counterparts_of_another_world_than_the_settings_say_are_named() throws IOException {
        var settings = healthy();
        settings.put("keepline.sandbox", "false");
        assertThat(what(doctor(settings), "start")).contains("keepline.sandbox is false");
    }

    @Test
    void what_was_never_started_is_named_and_not_made() throws IOException {
        var settings = healthy();
        settings.remove("keepline.db-url");
        assertThat(what(doctor(settings), "start")).contains("there is no database in " + data);
        assertThat(data.resolve("pg")).doesNotExist();
    }

    @Test
    void a_live_key_beside_a_sandboxes_address_is_refused_by_name_and_the_key_is_not_shown() throws IOException {
        var settings = healthy();
        settings.put("keepline.stripe.key", "sk_live_precious");
        var report = doctor(settings);
        assertThat(what(report, "start")).contains("is a live key", "is not Stripe's address");
        assertThat(report.toString()).doesNotContain("sk_live_precious");
    }

    private static String what(JsonNode report, String name) {
        for (JsonNode check : report.path("checks")) {
            if (check.path("name").asString().equals(name)) {
                assertThat(check.path("fine").asBoolean()).as(check.toString()).isFalse();
                assertThat(check.path("mend").asString()).isNotBlank();
                return check.path("what").asString();
            }
        }
        throw new AssertionError("no check is called " + name + ": " + report);
    }

    private JsonNode doctor(Map<String, String> settings) throws IOException {
        var file = data.resolve("keepline.properties");
        Files.writeString(
                file,
                settings.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("\n")));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        try (var run = keepline("doctor", "--json", "--data", data.toString())) {
            int exit = run.ends();
            var json = run.output().lines().filter(line -> line.startsWith("{")).findFirst();
            assertThat(json).as(run.output()).isPresent();
            var report = JsonMapper.shared().readTree(json.get());
            assertThat(exit).isEqualTo(report.path("well").asBoolean() ? 0 : 1);
            return report;
        }
    }

    private static String address() {
        var database = postgres.database();
        return database.url()
                .replace("jdbc:postgresql://", "postgresql://" + database.owner() + ":" + database.password() + "@");
    }

    private static Map<String, String> healthy() {
        var settings = new LinkedHashMap<>(Map.of(
                "keepline.db-url",
                address(),
                "keepline.sandbox",
                "true",
                "keepline.stripe.url",
                sandbox.stripe().toString(),
                "keepline.stripe.key",
                SandboxProcess.STRIPE_KEY,
                "keepline.stripe.webhook-secret",
                SandboxProcess.STRIPE_WEBHOOK_SECRET,
                "keepline.dtone.url",
                sandbox.dtOne().toString(),
                "keepline.dtone.key",
                SandboxProcess.DTONE_KEY,
                "keepline.dtone.secret",
                SandboxProcess.DTONE_SECRET,
                "keepline.mail.host",
                "127.0.0.1",
                "keepline.mail.port",
                String.valueOf(sandbox.control().smtpPort())));
        settings.put("keepline.mail.security", "none");
        return settings;
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

package dev.keepline.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.database.PostgresTest;
import dev.keepline.database.StartupProblem;
import dev.keepline.settings.Check;
import dev.keepline.settings.Finding;
import dev.keepline.settings.Proxies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What each check says where something is wrong, and what the report makes of it. */
class ChecksTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    @TempDir
    Path data;

    private long usable = 50L << 30;
    private InstantSource clock = InstantSource.system();

    @Test
    void at_home_all_is_well() {
        assertThat(home()).allSatisfy(check -> assertThat(check.look().get()).isInstanceOf(Finding.Fine.class));
    }

    @Test
    void a_clock_that_is_off_is_named_with_how_far() {
        clock = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(5));
        assertThat(wrong("clock of the database")).contains("differs from ours by", " s", "timedatectl");
    }

    @Test
    void a_disk_that_is_nearly_full_is_named_with_what_is_free() {
        usable = 300_000_000;
        assertThat(wrong("disk")).contains("0.3 GB free", data.toString(), "Make room");
    }

    @Test
    void settings_that_everybody_can_read_are_named_with_the_command_that_mends_it() throws IOException {
        var settings = Files.writeString(data.resolve("keepline.properties"), "keepline.stripe.key=sk_live_x");
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(wrong("secrets")).contains("everybody on this machine can read", "chmod -R go-rwx " + settings);
    }

    @Test
    void a_proxy_that_hides_where_people_come_from_is_named() {
        var https = URI.create("https://lines.example.com");
        assertThat(HomeChecks.proxy(https, Proxies.parse(""))).isInstanceOf(Finding.Wrong.class);
        assertThat(HomeChecks.proxy(https, Proxies.parse("127.0.0.1"))).isInstanceOf(Finding.Fine.class);
        assertThat(HomeChecks.proxy(URI.create("http://localhost:8080"), Proxies.parse("")))
                .isInstanceOf(Finding.Fine.class);
    }

    @Test
    void work_that_was_set_aside_is_counted() {
        var account = postgres.account();
        postgres.owner()
                .sql("insert into job (account_id, kind, key, quarantined_at) values (?, 'renewal', 'x', now())")
                .param(account.value())
                .update();
        assertThat(wrong("database")).contains("1 pieces of work are set aside", "/console");
        postgres.owner().sql("delete from job").update();
    }

    @Test
    void the_report_goes_on_after_a_check_that_fails_and_says_so_by_its_exit_code() {
        var checks = List.of(
                new Check("broken", () -> {
                    throw new IllegalStateException("out of order");
                }),
                new Check("fine", () -> new Finding.Fine("as it should be")));
        var bytes = new ByteArrayOutputStream();
        var doctor = new Doctor(checks, new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(doctor.run(List.of())).isEqualTo(1);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("WRONG  broken: the check itself failed: out of order", "fine   fine", "1 of 2 are wrong.");
        assertThat(doctor.run(List.of("everything"))).isEqualTo(2);
        bytes.reset();
        assertThat(doctor.run(List.of("json"))).isEqualTo(1);
        var json = JsonMapper.shared().readTree(bytes.toString(StandardCharsets.UTF_8));
        assertThat(json.path("well").asBoolean()).isFalse();
        assertThat(json.path("checks").path(0).path("mend").asString()).contains("keepline.log");
        assertThat(new Doctor(checks.subList(1, 2), new PrintStream(bytes)).run(List.of()))
                .isZero();
    }

    @Test
    void what_keeps_it_from_beginning_is_a_finding_too() {
        var bytes = new ByteArrayOutputStream();
        var problem = new StartupProblem("the database x cannot be reached", "Check address, log-in and password.");
        int exit = Doctor.cannotBegin(problem, true, new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(exit).isEqualTo(1);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("\"well\":false", "cannot be reached", "log-in");
    }

    private String wrong(String name) {
        var check = home().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return ((Finding.Wrong) check.look().get()).toString();
    }

    private List<Check> home() {
        return new HomeChecks(postgres.jdbc(), clock, data, folder -> usable).all();
    }
}

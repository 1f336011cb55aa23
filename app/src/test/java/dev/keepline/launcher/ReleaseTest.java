package dev.keepline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.database.PostgresTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an operator gets: the tarball that {@code ./keepline package} makes, unpacked elsewhere and used by nothing but what is
 * in it. Only the analysis of the sources is left out, which the build around this test does anyway.
 */
class ReleaseTest {
    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final Pattern LINK = Pattern.compile("\\]\\((?![a-z]+:)([^)#]+)");
    private static final Pattern READABLE = Pattern.compile("[-dl]r..r..r.. .*");

    @TempDir
    static Path folder;

    private static Path release = Path.of("");
    private static List<String> packed = List.of();

    @TempDir
    Path data;

    @BeforeAll
    static void made() throws IOException {
        var made = folder.resolve("made");
        try (var making = Launched.alone(
                List.of(Launched.ROOT.resolve("keepline").toString(), "package"),
                Map.of(
                        "KEEPLINE_DIST",
                        made.toString(),
                        "KEEPLINE_MAVEN_OPTIONS",
                        "-Dkeepline.analysis=-Xdiags:compact"))) {
            assertThat(making.ends()).as(making.output()).isZero();
        }
        assertThat(Launched.ROOT.resolve("bench/target/release/keepline-bench.jar"))
                .as("what measures it")
                .exists();
        var name =
                said("sh", "-c", "cd " + made + " && ls -d keepline-*.tar.gz").strip();
        said("sh", "-c", "cd " + made + " && (sha256sum -c *.sha256 || shasum -a 256 -c *.sha256)");
        packed = said("tar", "-tvzf", made.resolve(name).toString()).lines().toList();
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        said("tar", "-xzf", made.resolve(name).toString(), "-C", elsewhere.toString());
        // Java has refused a cache in another folder only when the one it learnt in was gone, as it is for everybody
        // else.
        said("rm", "-rf", made.toString());
        release = elsewhere.resolve(name.replace(".tar.gz", ""));
    }

    /** Root unpacks it, and somebody else runs it: what only its maker can read makes starts slow, or ends them. */
    @Test
    void everything_in_it_can_be_read_by_everybody() {
        assertThat(packed).hasSizeGreaterThan(200).allMatch(READABLE.asMatchPredicate());
        assertThat(packed).anyMatch(line -> line.endsWith(".aot"));
    }

    @Test
    void every_link_in_its_documents_leads_somewhere() throws IOException {
        try (Stream<Path> files = Files.walk(release)) {
            for (var document :
                    files.filter(file -> file.toString().endsWith(".md")).toList()) {
                assertThat(LINK.matcher(Files.readString(document)).results().map(found -> found.group(1)))
                        .as("%s", document)
                        .allSatisfy(link ->
                                assertThat(document.resolveSibling(link)).exists());
            }
        }
    }

    @Test
    void licences_of_all_that_is_in_it_lie_beside_it() {
        assertThat(release.resolve("LICENSE")).exists();
        assertThat(release.resolve("licences")).isNotEmptyDirectory();
    }

    @Test
    void its_help_lists_what_works_in_it_and_the_rest_says_why_not() throws IOException {
        var help = answer(0, "help");
        assertThat(help)
                .contains("./keepline serve", "./keepline prepare")
                .doesNotContain("./keepline test", "./keepline package", "./keepline bench", "./keepline screens");
        for (var verb : List.of("test", "package", "bench", "screens")) {
            assertThat(answer(1, verb)).contains("this is a release").doesNotContain("No such file");
        }
    }

    @Test
    void commands_that_need_no_database_answer_and_end_well() throws IOException {
        assertThat(answer(0, "catalog", "check")).contains("all is well").doesNotContain("error");
        assertThat(answer(0, "clocks", "--carrier", "att-prepaid", "--amount", "25", "--on", "2026-01-31"))
                .contains("2026-05-01")
                .doesNotContain("error");
        assertThat(answer(0, "sim", "--seeds", "1")).contains("0 violations");
    }

    @Test
    void a_command_makes_no_database_of_its_own() throws IOException {
        assertThat(answer(1, "staff", "list", "--data", data.toString()))
                .contains("there is no database in", "KEEPLINE_DBURL");
        assertThat(data.resolve("pg")).doesNotExist();
    }

    @Test
    void an_unknown_setting_is_refused_by_name_before_anything_is_changed() throws IOException {
        var empty = new PostgresTest();
        empty.owner().sql("drop owned by keepline_app").update();
        empty.owner().sql("drop schema public cascade").update();
        empty.owner().sql("create schema public").update();
        Files.writeString(data.resolve("keepline.properties"), "keepline.pubic-url=https://lines.example\n");
        assertThat(answer(1, Map.of("KEEPLINE_DBURL", address(empty)), "serve", "--data", data.toString()))
                .contains("keepline: unknown setting: keepline.pubic-url");
        assertThat(empty.owner()
                        .sql("select count(*) from pg_tables where schemaname = 'public'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void it_serves_answers_doctor_and_staff_and_ends_when_told() throws Exception {
        int port = Launched.freePorts();
        // Without the cache of what Java learnt this would not start at all, and so not slowly unseen.
        var environment = Map.of("KEEPLINE_DBURL", address(postgres), "KEEPLINE_JAVA_OPTIONS", "-XX:AOTMode=on");
        Files.writeString(data.resolve("keepline.properties"), "keepline.management.port=0\n");
        try (var serving = launched(environment, "serve", "--data", data.toString(), "--port", "" + port)) {
            serving.says("Keepline is ready");
            try (var client = HttpClient.newHttpClient()) {
                var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
                        .build();
                var page = client.send(request, BodyHandlers.ofString());
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body()).contains("name=\"password\"");
            }
            assertThat(answer(1, environment, "doctor", "--data", data.toString()))
                    .contains("fine   database", "fine   schema", "WRONG  payment gateway", "WRONG  carrier");
            assertThat(answer(0, environment, "staff", "add", "you@example.com", "--data", data.toString()))
                    .contains("http://localhost:8080/recover/");
            serving.signal("TERM");
            assertThat(serving.ends()).isEqualTo(143);
            assertThat(serving.output())
                    .contains("nobody can pay")
                    .doesNotContain("\"level\":\"ERROR\"", "[error]", "password=");
        }
    }

    private static String address(PostgresTest database) {
        return database.database()
                .url()
                .replace(
                        "jdbc:postgresql://",
                        "postgresql://keepline:" + database.database().password() + "@");
    }

    private static String answer(int code, String... words) throws IOException {
        return answer(code, Map.of(), words);
    }

    private static String answer(int code, Map<String, String> environment, String... words) throws IOException {
        try (var launched = launched(environment, words)) {
            assertThat(launched.ends()).as(launched.output()).isEqualTo(code);
            assertThat(launched.output()).doesNotContain("\tat dev.");
            return launched.output();
        }
    }

    private static Launched launched(Map<String, String> environment, String... words) throws IOException {
        var command = new ArrayList<>(List.of(release.resolve("keepline").toString()));
        command.addAll(List.of(words));
        return Launched.alone(command, environment);
    }

    private static String said(String... command) throws IOException {
        try (var launched = Launched.alone(List.of(command), Map.of())) {
            assertThat(launched.ends()).as(launched.output()).isZero();
            return launched.output();
        }
    }
}

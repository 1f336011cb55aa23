package dev.keepline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The unit, the image and the compose file speak of settings, verbs and routes that there are, and open nothing to the world. */
class DeployFilesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DEPLOY = ROOT.resolve("deploy");
    private static final Pattern SETTING = Pattern.compile("KEEPLINE_[A-Z_]+");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(keepline\\.[a-z.-]+)`");
    private static final Pattern INSTALLED = Pattern.compile("/opt/keepline/keepline\"?(?:, \"|\\]|\\s+)([a-z]+)");

    @Test
    void every_setting_they_name_is_documented() throws IOException {
        Set<String> known = found(DOCUMENTED, read(ROOT.resolve("docs/settings.md")))
                .map(match -> match.group(1).replaceAll("[.-]", "").toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        assertThat(known).contains("KEEPLINEPUBLICURL", "KEEPLINEDBURL");
        for (var file : List.of("compose.yaml", "README.md")) {
            assertThat(found(SETTING, read(DEPLOY.resolve(file))).map(MatchResult::group))
                    .as(file)
                    .isNotEmpty()
                    .allSatisfy(name ->
                            assertThat(known).contains(name.replace("_", "").replaceFirst("FILE$", "")));
        }
    }

    @Test
    void every_verb_they_run_is_one_of_ours() throws Exception {
        var help = said(ROOT.resolve("keepline").toString(), "help");
        for (var file : List.of(
                "keepline.service", "keepline-verify.service", "keepline-backup.service", "README.md", "Dockerfile")) {
            assertThat(found(INSTALLED, read(DEPLOY.resolve(file))).map(match -> match.group(1)))
                    .as(file)
                    .isNotEmpty()
                    .allSatisfy(verb -> assertThat(verb.equals("prepare") || help.contains("./keepline " + verb))
                            .as(verb)
                            .isTrue());
        }
        assertThat(read(DEPLOY.resolve("Dockerfile")))
                .contains("CMD [\"serve\"")
                .contains("GET /health/ready ");
    }

    @Test
    void the_image_is_of_a_named_version_and_runs_as_nobody_in_particular() throws IOException {
        var lines = read(DEPLOY.resolve("Dockerfile")).lines().toList();
        assertThat(lines.stream().filter(line -> line.startsWith("FROM ")))
                .singleElement()
                .asString()
                .contains(":25-jre");
        assertThat(lines.stream().filter(line -> line.startsWith("USER ")).reduce((first, last) -> last))
                .contains("USER 10001:10001");
    }

    /** The folder it is built from holds deploy/secrets once somebody has followed the instructions beside it. */
    @Test
    void no_secret_gets_into_the_image() throws IOException {
        var copied = read(DEPLOY.resolve("Dockerfile"))
                .lines()
                .filter(line -> line.startsWith("COPY ") || line.startsWith("ADD "))
                .flatMap(line -> Arrays.stream(line.split(" ", -1)).skip(1))
                .filter(word -> !word.startsWith("/"))
                .toList();
        assertThat(copied)
                .contains("keepline", "lib/app")
                .doesNotContain(".", "./")
                .noneMatch(name -> name.startsWith("deploy"));
    }

    @Test
    void the_compose_file_opens_this_machine_only_and_has_every_secret_it_names() throws IOException {
        var file = map(new Load(LoadSettings.builder().build()).loadFromString(read(DEPLOY.resolve("compose.yaml"))));
        var secrets = in(file, "secrets");
        var services = in(file, "services");
        assertThat(services).containsOnlyKeys("keepline", "database");
        services.forEach((name, service) -> {
            var said = map(service);
            assertThat((List<?>) said.get("secrets"))
                    .as("%s", name)
                    .isNotEmpty()
                    .allSatisfy(secret -> assertThat(secrets).containsKey(secret.toString()));
            assertThat(said.getOrDefault("ports", List.of()).toString()).matches("\\[(127\\.0\\.0\\.1:[0-9:]+)?]");
            assertThat(String.valueOf(said.get("security_opt"))).contains("no-new-privileges:true");
        });
        var keepline = in(services, "keepline");
        assertThat(keepline).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"));
        assertThat(in(in(keepline, "depends_on"), "database")).containsEntry("condition", "service_healthy");
        secrets.forEach((name, where) -> assertThat(map(where)).containsEntry("file", "secrets/" + name));
    }

    @Test
    void systemd_understands_the_unit_and_finds_it_hardened(@TempDir Path folder) throws Exception {
        assumeTrue(
                Stream.of("/usr/bin/systemd-analyze", "/bin/systemd-analyze")
                        .anyMatch(path -> Files.isExecutable(Path.of(path))),
                "there is no systemd-analyze here");
        var here = ROOT.resolve("keepline").toString();
        var units = List.of(
                "keepline.service",
                "keepline-verify.service",
                "keepline-verify.timer",
                "keepline-backup.service",
                "keepline-backup.timer");
        for (var name : units) {
            Files.writeString(folder.resolve(name), read(DEPLOY.resolve(name)).replace("/opt/keepline/keepline", here));
        }
        for (var name : units) {
            assertThat(said("systemd-analyze", "verify", folder.resolve(name).toString()))
                    .as(name)
                    .isBlank();
        }
        var unit = folder.resolve("keepline.service");
        // 10 is open to everything; 2.0 leaves room for another version's way of counting.
        said("systemd-analyze", "security", "--offline=true", "--threshold=20", "--no-pager", unit.toString());
    }

    /** What a command prints, which must end well. */
    private static String said(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("%s", Arrays.toString(command))
                .isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    private static Map<String, Object> in(Map<String, Object> mapping, String key) {
        assertThat(mapping).containsKey(key);
        return map(mapping.getOrDefault(key, Map.of()));
    }

    @SuppressWarnings("unchecked") // what YAML calls a mapping has texts for keys in these files
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}

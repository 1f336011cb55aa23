package dev.keepline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command answers {@code --help} and does nothing. The commands are read from the launcher itself, their second words
 * from their own help, so that none is forgotten.
 */
class HelpTest {

    private static final Pattern VERB = Pattern.compile("^  ([a-z]+)\\)", Pattern.MULTILINE);
    private static final String NONSENSE = "--no-such-option";

    @TempDir
    Path folder;

    static List<String> verbs() throws IOException {
        var text = Files.readString(Launched.ROOT.resolve("keepline"));
        return VERB.matcher(text.substring(text.indexOf("case $verb in")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void the_commands_are_found() throws IOException {
        assertThat(verbs())
                .contains("run", "ledger", "restored", "sim", "bench")
                .hasSizeGreaterThanOrEqualTo(15);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void help_is_printed_where_nothing_could_be_done(String verb) throws IOException {
        var launcher = launcherAlone();
        var before = files();
        var help = answers(launcher, verb, "--help");
        assertThat(help).startsWith("./keepline " + verb);
        assertThat(answers(launcher, verb, "-h")).isEqualTo(help);
        for (var second : secondWords(verb, help)) {
            assertThat(answers(launcher, verb, second, "--help")).isEqualTo(help);
            assertThat(answers(launcher, verb, second, "something", "-h")).isEqualTo(help);
        }
        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void an_option_that_nobody_knows_is_refused(String verb) throws IOException {
        refuses(verb, NONSENSE);
        for (var second : secondWords(verb, answers(launcherAlone(), verb, "--help"))) {
            refuses(verb, second, NONSENSE);
        }
    }

    private static void refuses(String... words) throws IOException {
        try (var launched = Launched.keepline(words)) {
            assertThat(launched.ends())
                    .as("%s: %s", List.of(words), launched.output())
                    .isEqualTo(2);
            assertThat(launched.output())
                    .contains("./keepline " + words[0] + " --help")
                    .doesNotContain("\tat ");
        }
    }

    private static List<String> secondWords(String verb, String help) {
        return Pattern.compile("^\\./keepline " + verb + " ([a-z]+)", Pattern.MULTILINE)
                .matcher(help)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** Without sources, classes and data: whatever is built or started there fails. */
    private Path launcherAlone() throws IOException {
        var launcher = folder.resolve("launcher");
        if (!Files.exists(launcher)) {
            Files.createDirectory(launcher);
            Files.copy(Launched.ROOT.resolve("keepline"), folder.resolve("keepline"));
            try (var files = Files.list(Launched.ROOT.resolve("launcher"))) {
                for (var file : files.toList()) {
                    Files.copy(file, launcher.resolve(file.getFileName()));
                }
            }
        }
        return folder.resolve("keepline");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    private static String answers(Path launcher, String... words) throws IOException {
        var command = Stream.concat(Stream.of("bash", launcher.toString()), Stream.of(words))
                .toList();
        try (var launched = Launched.alone(command, Map.of())) {
            assertThat(launched.ends()).as("%s: %s", command, launched.output()).isZero();
            return launched.output();
        }
    }
}

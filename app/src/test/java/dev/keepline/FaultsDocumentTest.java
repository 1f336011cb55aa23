package dev.keepline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/faults.md says what is true: each number has a test named after it, and each class named there exists. */
class FaultsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/faults.md");
    private static final List<Path> TESTS = List.of(Path.of("src/test/java"), Path.of("../sandbox/src/test/java"));
    private static final Pattern COVERED = Pattern.compile("(?m)^\\| ([0-9]{2}) \\|");
    private static final Pattern ABSENT = Pattern.compile("(?m)^- \\*\\*([0-9]{2}),");
    private static final Pattern METHOD = Pattern.compile("void (\\w*fault_[0-9]\\w*)\\(");
    private static final Pattern NUMBER = Pattern.compile("fault_([0-9]+)_");
    private static final Pattern CLASS = Pattern.compile("`(\\w+(?:Test|Contract))`");

    @Test
    void every_number_said_to_be_met_has_a_test_and_every_number_is_spoken_of() throws IOException {
        var document = Files.readString(DOCUMENT);
        var covered = all(COVERED, document);
        var absent = all(ABSENT, document);
        var tested = new TreeSet<String>();
        for (Path source : sources()) {
            all(METHOD, Files.readString(source)).forEach(method -> tested.addAll(all(NUMBER, method)));
        }

        assertThat(tested).isEqualTo(covered);
        assertThat(Stream.concat(covered.stream(), absent.stream()).sorted())
                .containsExactlyElementsOf(Stream.iterate(1, n -> n + 1)
                        .limit(29)
                        .map("%02d"::formatted)
                        .toList());
    }

    @Test
    void every_class_named_exists() throws IOException {
        var files = sources();
        for (String name : all(CLASS, Files.readString(DOCUMENT))) {
            assertThat(files.stream().filter(file -> file.endsWith(name + ".java")))
                    .as(name)
                    .isNotEmpty();
        }
    }

    private static Set<String> all(Pattern pattern, String text) {
        var found = new TreeSet<String>();
        pattern.matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static List<Path> sources() throws IOException {
        var found = new java.util.ArrayList<Path>();
        for (Path root : TESTS) {
            try (var files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
            }
        }
        return found;
    }
}

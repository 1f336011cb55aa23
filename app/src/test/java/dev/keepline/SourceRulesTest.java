package dev.keepline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only the source text shows: sizes, and that every package says what it owns. */
class SourceRulesTest {
    private static final List<Path> ROOTS = List.of(Path.of("src/main/java"), Path.of("../sandbox/src/main/java"));

    @Test
    void every_package_is_null_marked_and_says_what_it_owns() {
        assertThat(sources().map(Path::getParent).distinct())
                .allSatisfy(folder -> assertThat(read(folder.resolve("package-info.java")))
                        .contains("@NullMarked")
                        .startsWith("/**"));
    }

    @Test
    void nineteen_files_of_twenty_have_at_most_250_lines_and_none_grows_out_of_hand() {
        Map<Path, Long> lines = new TreeMap<>();
        sources().forEach(file -> lines.put(file, read(file).lines().count()));
        List<Map.Entry<Path, Long>> large =
                lines.entrySet().stream().filter(file -> file.getValue() > 250).toList();
        assertThat(large).hasSizeLessThanOrEqualTo(lines.size() / 20);
        assertThat(large).allSatisfy(file -> assertThat(file.getValue()).isLessThan(400));
    }

    @Test
    void no_package_info_of_a_test_hides_the_one_of_the_module() {
        assertThat(sources().map(file -> file.toString().replace("src/main/", "src/test/")))
                .filteredOn(file -> file.endsWith("package-info.java"))
                .allSatisfy(file -> assertThat(Path.of(file)).doesNotExist());
    }

    private static Stream<Path> sources() {
        return ROOTS.stream().filter(Files::isDirectory).flatMap(SourceRulesTest::under).toList().stream();
    }

    private static Stream<Path> under(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

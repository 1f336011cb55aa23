package dev.keepline.catalog;

import java.nio.file.Path;
import java.util.List;

/** The catalogue of the repository, as tests read it. */
public final class Samples {

    public static final CatalogFolder FOLDER = new CatalogFolder(Path.of("..", "catalog"));

    private static final CatalogContents CONTENTS = good(FOLDER.load());

    private Samples() {}

    public static Catalogue catalogue() {
        return CONTENTS.catalogue();
    }

    public static LapseRules lapseRules() {
        return CONTENTS.lapseRules();
    }

    public static PricingRules pricing() {
        return new PricingRules(CONTENTS.taxes());
    }

    public static LapseRule rule(String carrier, Basis basis) {
        return lapseRules().rule(new CarrierId(carrier), basis).orElseThrow();
    }

    public static <T> T good(Loaded<T> loaded) {
        return switch (loaded) {
            case Loaded.Good<T>(var value) -> value;
            case Loaded.Bad<T>(var problems) -> throw new AssertionError(problems);
        };
    }

    public static List<String> problems(Loaded<?> loaded) {
        return loaded.problems().stream().map(CatalogProblem::toString).toList();
    }
}

package dev.keepline.catalog;

import dev.keepline.catalog.yaml.CatalogReader;
import dev.keepline.catalog.yaml.OfferingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder with the data of the catalogue: {@code offerings/} with one file a carrier, {@code lapse-rules.yaml} and
 * {@code taxes.yaml}. Adding an offering is editing a file there.
 */
public record CatalogFolder(Path path) {

    /** Environment variable that names the folder; the launcher sets it, so that commands work in any directory. */
    public static final String VARIABLE = "KEEPLINE_CATALOG";

    /** The folder named by the variable, or {@code catalog} here or one level up. */
    public static CatalogFolder located() {
        var named = System.getenv(VARIABLE);
        if (named != null) {
            return new CatalogFolder(Path.of(named));
        }
        var here = Path.of("catalog");
        var above = Path.of("..", "catalog");
        return new CatalogFolder(!Files.isDirectory(here) && Files.isDirectory(above) ? above : here);
    }

    /** Everything, or every reason why not. */
    public Loaded<CatalogContents> load() {
        var catalogue = offerings();
        var lapseRules = lapseRules();
        var taxes = taxes();
        var problems = Stream.of(catalogue, lapseRules, taxes)
                .flatMap(each -> each.problems().stream())
                .toList();
        if (!problems.isEmpty()) {
            return new Loaded.Bad<>(problems);
        }
        return catalogue.then(offers -> lapseRules.then(
                rules -> taxes.then(table -> new Loaded.Good<>(new CatalogContents(offers, rules, table)))));
    }

    /** The carriers and offerings of all files together. */
    public Loaded<Catalogue> offerings() {
        return offeringsFiles().then(files -> new Loaded.Good<>(CatalogReader.catalogue(files)));
    }

    /** The same, file by file. */
    public Loaded<List<OfferingsFile>> offeringsFiles() {
        var folder = path.resolve("offerings");
        try (Stream<Path> files = Files.list(folder)) {
            return CatalogReader.offeringsFiles(
                    files.filter(file -> file.toString().endsWith(".yaml"))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            return new Loaded.Bad<>(List.of(new CatalogProblem(
                    folder.toString(), 0, "there is no such folder; name the one around it with " + VARIABLE)));
        }
    }

    public Loaded<LapseRules> lapseRules() {
        return CatalogReader.lapseRules(path.resolve("lapse-rules.yaml"));
    }

    public Loaded<TaxTable> taxes() {
        return CatalogReader.taxes(path.resolve("taxes.yaml"));
    }
}

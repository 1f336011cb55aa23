package dev.keepline.catalog.yaml;

import dev.keepline.catalog.CatalogProblem;
import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.LapseRules;
import dev.keepline.catalog.Loaded;
import dev.keepline.catalog.TaxTable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads whole files of each format. */
public final class CatalogReader {

    private static final String OFFERINGS = "offerings/1";
    private static final String LAPSE_RULES = "lapse-rules/1";
    private static final String TAXES = "taxes/1";

    private CatalogReader() {}

    /** The carriers and offerings of several files; no id stands twice among them. */
    public static Loaded<List<OfferingsFile>> offeringsFiles(List<Path> files) {
        var problems = new ArrayList<CatalogProblem>();
        var read = files.stream()
                .flatMap(file ->
                        attempt(
                                file,
                                OFFERINGS,
                                map -> OfferingsReader.read(map, text(file), problems::add),
                                problems::add)
                                .stream())
                .toList();
        OfferingsReader.refuseDuplicates(read, problems::add);
        return problems.isEmpty()
                ? new Loaded.Good<>(
                        read.stream().map(OfferingsReader.Placed::file).toList())
                : new Loaded.Bad<>(problems);
    }

    /** All of them as one. */
    public static Catalogue catalogue(List<OfferingsFile> files) {
        return new Catalogue(
                files.stream().map(OfferingsFile::carrier).toList(),
                files.stream().flatMap(each -> each.offerings().stream()).toList());
    }

    public static Loaded<LapseRules> lapseRules(Path file) {
        var problems = new ArrayList<CatalogProblem>();
        var rules = attempt(file, LAPSE_RULES, map -> LapseRulesReader.read(map, problems::add), problems::add);
        return whole(rules, problems);
    }

    public static Loaded<TaxTable> taxes(Path file) {
        var problems = new ArrayList<CatalogProblem>();
        var taxes = attempt(file, TAXES, map -> TaxesReader.read(map, problems::add), problems::add);
        return whole(taxes, problems);
    }

    /** A file of any of the formats: what is wrong with it. Empty when it can be used. */
    public static List<CatalogProblem> problemsOf(Path file) {
        var problems = new ArrayList<CatalogProblem>();
        var format = attempt(file, map -> map.value("format", Scalars::text), problems::add);
        if (format.isEmpty()) {
            return problems;
        }
        return switch (format.get()) {
            case OFFERINGS -> offeringsFiles(List.of(file)).problems();
            case LAPSE_RULES -> lapseRules(file).problems();
            case TAXES -> taxes(file).problems();
            default ->
                List.of(new CatalogProblem(
                        file.toString(),
                        1,
                        "unknown format '" + format.get() + "': it is none of " + OFFERINGS + ", " + LAPSE_RULES + ", "
                                + TAXES));
        };
    }

    private static <T> Loaded<T> whole(Optional<T> value, List<CatalogProblem> problems) {
        return value.isPresent() && problems.isEmpty() ? new Loaded.Good<>(value.get()) : new Loaded.Bad<>(problems);
    }

    private static <T> Optional<T> attempt(
            Path file, String format, Function<YamlMap, T> read, Consumer<CatalogProblem> problems) {
        return attempt(
                file,
                map -> {
                    if (!map.value("format", Scalars::text).equals(format)) {
                        throw map.at("format", "the format " + format + " is expected here");
                    }
                    return read.apply(map);
                },
                problems);
    }

    private static <T> Optional<T> attempt(Path file, Function<YamlMap, T> read, Consumer<CatalogProblem> problems) {
        try {
            return Optional.of(read.apply(YamlFile.parse(file.toString(), text(file))));
        } catch (Rejected rejected) {
            problems.accept(rejected.problem());
            return Optional.empty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new Rejected(new CatalogProblem(file.toString(), 0, "there is no such file"));
        } catch (CharacterCodingException e) {
            throw new Rejected(new CatalogProblem(file.toString(), 0, "the file is not UTF-8 text"));
        } catch (IOException e) {
            throw new Rejected(new CatalogProblem(file.toString(), 0, "the file cannot be read: " + e.getMessage()));
        }
    }
}

package dev.keepline.catalog.yaml;

import dev.keepline.catalog.CatalogProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * One file, parsed to nodes and not further: values stay the text that was written, so that no decimal ever passes
 * through a binary fraction.
 */
final class YamlFile {

    private static final int LARGEST = 4_000_000;

    private YamlFile() {}

    /** The mapping the file consists of. */
    static YamlMap parse(String name, String text) {
        var settings = LoadSettings.builder()
                .setLabel(name)
                .setCodePointLimit(LARGEST)
                .setAllowDuplicateKeys(true) // noticed by YamlMap, which knows the line
                .build();
        try {
            return new Compose(settings)
                    .composeString(text)
                    .map(node -> YamlMap.of(name, node))
                    .orElseThrow(() -> new Rejected(new CatalogProblem(name, 0, "the file is empty")));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).map(at -> at + 1).orElse(0);
            throw new Rejected(new CatalogProblem(name, line, "not YAML: " + e.getProblem()));
        } catch (YamlEngineException e) {
            throw new Rejected(new CatalogProblem(name, 0, "not YAML: " + e.getMessage()));
        }
    }

    /** Reads each item; what is wrong with one is noted and does not hide what is wrong with the next. */
    static <T> List<T> each(List<YamlMap> items, Function<YamlMap, T> read, Consumer<CatalogProblem> problems) {
        var values = new ArrayList<T>();
        for (var item : items) {
            try {
                values.add(read.apply(item));
            } catch (Rejected rejected) {
                problems.accept(rejected.problem());
            }
        }
        return values;
    }
}

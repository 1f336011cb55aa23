package dev.keepline.catalog.store;

import dev.keepline.catalog.CatalogFolder;
import dev.keepline.catalog.CatalogProblem;
import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.LapseRules;
import dev.keepline.catalog.Loaded;
import dev.keepline.catalog.PricingRules;
import dev.keepline.database.StartupProblem;
import dev.keepline.settings.KeeplineProperties;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalogue, the lapse rules and the prices the application works with; none of them changes while it runs. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

    @Bean
    CatalogFolder catalogFolder() {
        return CatalogFolder.located();
    }

    /** Imports what changed in the folder, then reads what the database holds. Fictional carriers need the sandbox. */
    @Bean
    Catalogue catalogue(CatalogFolder folder, CatalogImport imports, KeeplineProperties settings) {
        good(imports.folder(folder));
        var all = imports.current();
        return settings.sandbox() ? all : all.withoutFictional();
    }

    @Bean
    LapseRules lapseRules(CatalogFolder folder) {
        return good(folder.lapseRules());
    }

    @Bean
    PricingRules pricingRules(CatalogFolder folder) {
        return new PricingRules(good(folder.taxes()));
    }

    private static <T> T good(Loaded<T> loaded) {
        return switch (loaded) {
            case Loaded.Good<T>(var value) -> value;
            case Loaded.Bad<T>(var problems) ->
                throw new StartupProblem(
                        "the catalogue cannot be used:\n"
                                + problems.stream()
                                        .map(CatalogProblem::toString)
                                        .collect(Collectors.joining("\n")),
                        "Correct these lines; ./keepline catalog check reads the files without starting.");
        };
    }
}

package dev.keepline.catalog.yaml;

import dev.keepline.catalog.Carrier;
import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.CatalogProblem;
import dev.keepline.catalog.Offering;
import dev.keepline.catalog.OfferingId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** {@code offerings/1}: one carrier and everything it sells or has sold. */
final class OfferingsReader {

    /** A file with the lines its offerings begin at. */
    record Placed(OfferingsFile file, List<Integer> lines) {}

    private record Found(Offering offering, int line) {}

    private OfferingsReader() {}

    static Placed read(YamlMap map, String text, Consumer<CatalogProblem> problems) {
        map.only("format", "carrier", "offerings");
        var carrier = carrier(map.map("carrier"));
        var found = YamlFile.each(
                map.maps("offerings"),
                each -> new Found(OfferingReader.read(carrier.id(), each), each.line()),
                problems);
        var offerings = found.stream().map(Found::offering).toList();
        return new Placed(
                new OfferingsFile(map.file(), Digest.of(text), carrier, offerings),
                found.stream().map(Found::line).toList());
    }

    private static Carrier carrier(YamlMap map) {
        map.only("id", "name", "fictional");
        return new Carrier(
                map.value("id", CarrierId::new),
                map.value("name", Scalars::text),
                map.optional("fictional", Scalars::yesOrNo).orElse(false));
    }

    /** No offering stands twice, and no carrier in two files: a file stands for all its carrier sells. */
    static void refuseDuplicates(List<Placed> files, Consumer<CatalogProblem> problems) {
        Map<CarrierId, String> carriers = new HashMap<>();
        Map<OfferingId, String> ids = new HashMap<>();
        for (var placed : files) {
            var file = placed.file();
            var other = carriers.putIfAbsent(file.carrier().id(), file.name());
            if (other != null) {
                problems.accept(new CatalogProblem(
                        file.name(), 0, "carrier '" + file.carrier().id() + "' already stands in " + other));
            }
            IntStream.range(0, placed.lines().size())
                    .forEach(i -> refuseDuplicate(
                            file.name(),
                            placed.lines().get(i),
                            file.offerings().get(i).id(),
                            ids,
                            problems));
        }
    }

    private static void refuseDuplicate(
            String file, int line, OfferingId id, Map<OfferingId, String> ids, Consumer<CatalogProblem> problems) {
        var earlier = ids.putIfAbsent(id, file + ":" + line);
        if (earlier != null) {
            problems.accept(new CatalogProblem(file, line, "duplicate id '" + id + "', first at " + earlier));
        }
    }
}

package dev.keepline.lines;

import dev.keepline.carriers.LineAddress;
import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.Fulfilment;
import dev.keepline.catalog.Offering;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Over which road the carrier's record of a line can be read. Pure: the catalogue's roads say it. */
public final class ReadingRules {

    private final Map<CarrierId, String> readable;

    public ReadingRules(Catalogue catalogue) {
        this.readable = catalogue.offerings().stream()
                .filter(offering -> offering.fulfilment() instanceof Fulfilment.Plan)
                .collect(Collectors.toUnmodifiableMap(
                        Offering::carrier,
                        offering -> ((Fulfilment.Plan) offering.fulfilment()).connector(),
                        (first, _) -> first));
    }

    /** A connector by its id, and where it finds the line. */
    public record Road(String connector, LineAddress address) {}

    /** Empty where the carrier shows its record to the subscriber only. */
    public Optional<Road> road(Line line) {
        return Optional.ofNullable(readable.get(new CarrierId(line.identity().carrier())))
                .flatMap(connector ->
                        line.identity().iccid().map(iccid -> new Road(connector, new LineAddress.ByIccid(iccid))));
    }

    /** The carriers some of whose lines can be read over this connector. */
    public Set<CarrierId> carriers(String connector) {
        return readable.entrySet().stream()
                .filter(each -> each.getValue().equals(connector))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}

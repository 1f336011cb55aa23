package dev.keepline.lines;

import dev.keepline.carriers.LineAddress;
import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.Fulfilment;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Over which road the carrier's record of a line can be read. Pure: the catalogue's roads say it. */
public final class ReadingRules {

    private static final String DTONE = "dtone";

    private final Set<CarrierId> readable;

    public ReadingRules(Catalogue catalogue) {
        this.readable = catalogue.offerings().stream()
                .filter(offering -> offering.fulfilment() instanceof Fulfilment.DtOneEsim)
                .map(offering -> offering.carrier())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A connector by its id, and where it finds the line. */
    public record Road(String connector, LineAddress address) {}

    /** Empty where the carrier shows its record to the subscriber only. */
    public Optional<Road> road(Line line) {
        return readable.contains(new CarrierId(line.identity().carrier()))
                ? line.identity().iccid().map(iccid -> new Road(DTONE, new LineAddress.ByIccid(iccid)))
                : Optional.empty();
    }

    /** The carriers some of whose lines can be read over this connector. */
    public Set<CarrierId> carriers(String connector) {
        return connector.equals(DTONE) ? readable : Set.of();
    }
}

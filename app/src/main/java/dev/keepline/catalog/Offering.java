package dev.keepline.catalog;

import dev.keepline.catalog.yaml.OfferingText;
import dev.keepline.kernel.Money;
import java.time.Period;
import java.util.Optional;

/**
 * Something a carrier sells, with everything Keepline knows of it and from where.
 *
 * @param contents what is bought
 */
public record Offering(
        OfferingId id, CarrierId carrier, Contents contents, Publication publication, Fulfilment fulfilment) {

    /** What is bought. */
    public record Contents(OfferingName name, Tariff tariff, Allowances allowances, Terms terms) {}

    /** Who says so, and whether the carrier still sells it. */
    public record Publication(Provenance provenance, boolean historical) {}

    /** Empty when it can be sold. */
    public Optional<NotSellable> notSellable() {
        if (publication.historical()) {
            return Optional.of(NotSellable.HISTORICAL);
        }
        if (provenance().confidence() == Confidence.CONFLICTING) {
            return Optional.of(NotSellable.CONFLICTING);
        }
        return fulfilment instanceof Fulfilment.None ? Optional.of(NotSellable.NO_ROAD) : Optional.empty();
    }

    public boolean sellable() {
        return notSellable().isEmpty();
    }

    /** The version of everything said here, the same on every machine. */
    public OfferingVersion version() {
        return OfferingText.version(this);
    }

    public OfferingName name() {
        return contents.name();
    }

    public Kind kind() {
        return contents.tariff().kind();
    }

    public Allowances allowances() {
        return contents.allowances();
    }

    public Terms terms() {
        return contents.terms();
    }

    public Provenance provenance() {
        return publication.provenance();
    }

    /** How long it lasts; empty where that follows the amount. */
    public Optional<Period> term() {
        return contents.tariff() instanceof Tariff.Fixed fixed ? Optional.of(fixed.term()) : Optional.empty();
    }

    /** Its net price; empty where the subscriber chooses the amount. */
    public Optional<Money> price() {
        return contents.tariff() instanceof Tariff.Fixed fixed ? Optional.of(fixed.price()) : Optional.empty();
    }
}

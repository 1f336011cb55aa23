package dev.keepline.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is offered, at one moment; never changes. Carriers and offerings keep the order of their files. */
public final class Catalogue {

    private final Map<CarrierId, Carrier> carriers = new LinkedHashMap<>();
    private final Map<OfferingId, Offering> offerings = new LinkedHashMap<>();

    /** @throws IllegalArgumentException on a duplicate id, or an offering of a carrier that is not among the carriers */
    public Catalogue(Collection<Carrier> carriers, Collection<Offering> offerings) {
        for (var carrier : carriers) {
            if (this.carriers.put(carrier.id(), carrier) != null) {
                throw new IllegalArgumentException("duplicate carrier " + carrier.id());
            }
        }
        for (var offering : offerings) {
            if (!this.carriers.containsKey(offering.carrier())) {
                throw new IllegalArgumentException(offering.id() + " is of an unknown carrier " + offering.carrier());
            }
            if (this.offerings.put(offering.id(), offering) != null) {
                throw new IllegalArgumentException("duplicate offering " + offering.id());
            }
        }
    }

    public List<Carrier> carriers() {
        return List.copyOf(carriers.values());
    }

    public Optional<Carrier> carrier(CarrierId id) {
        return Optional.ofNullable(carriers.get(id));
    }

    public Optional<Offering> offering(OfferingId id) {
        return Optional.ofNullable(offerings.get(id));
    }

    public List<Offering> offerings() {
        return List.copyOf(offerings.values());
    }

    /** All of the carrier's, also those that cannot be sold: {@link Offering#notSellable} says which and why. */
    public List<Offering> offerings(CarrierId carrier) {
        return offerings.values().stream()
                .filter(o -> o.carrier().equals(carrier))
                .toList();
    }

    /** Without carriers that exist only in the sandbox. */
    public Catalogue withoutFictional() {
        var real = carriers.values().stream().filter(c -> !c.fictional()).toList();
        var ids = real.stream().map(Carrier::id).toList();
        return new Catalogue(
                real,
                offerings.values().stream()
                        .filter(o -> ids.contains(o.carrier()))
                        .toList());
    }

    /** Up to five of the carrier's offerings whose ids look most like the text: for "did you mean". */
    public List<OfferingId> near(CarrierId carrier, String text) {
        return offerings(carrier).stream()
                .map(Offering::id)
                .sorted(Comparator.comparingInt((OfferingId id) -> Spelling.distance(text, id.value()))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(5)
                .toList();
    }
}

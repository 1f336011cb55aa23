package dev.keepline.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The operator's dated table of taxes and fees. A sample until an operator replaces it: pages show its label.
 *
 * @param labelKey of the message that says whose table it is
 * @param places by place of primary use
 * @param carrierFees that a carrier adds to every payment
 */
public record TaxTable(String labelKey, List<Place> places, List<CarrierFee> carrierFees) {

    public TaxTable {
        places = List.copyOf(places);
        carrierFees = List.copyOf(carrierFees);
    }

    /**
     * What is levied at a place from a day on, until a later entry for the same place.
     *
     * @param zips none of which overlaps another of the same state and date
     */
    public record Place(String state, List<ZipRange> zips, LocalDate from, List<Levy> levies) {

        public Place {
            zips = List.copyOf(zips);
            levies = List.copyOf(levies);
        }

        boolean holds(PlaceOfUse place) {
            return state.equals(place.state()) && zips.stream().anyMatch(z -> z.holds(place.zip()));
        }
    }

    /** ZIP codes whose beginnings lie between the two, both included; both are equally long. */
    public record ZipRange(String from, String to) {

        public ZipRange {
            if (from.length() != to.length()
                    || from.compareTo(to) > 0
                    || !from.matches("[0-9]{1,5}")
                    || !to.matches("[0-9]{1,5}")) {
                throw new IllegalArgumentException("not a range of ZIP codes: '" + from + "-" + to + "'");
            }
        }

        /** Whether some ZIP code lies in both. */
        public boolean overlaps(ZipRange other) {
            return first().compareTo(other.last()) <= 0 && other.first().compareTo(last()) <= 0;
        }

        private String first() {
            return from + "00000".substring(from.length());
        }

        private String last() {
            return to + "99999".substring(to.length());
        }

        boolean holds(String zip) {
            var beginning = zip.substring(0, from.length());
            return beginning.compareTo(from) >= 0 && beginning.compareTo(to) <= 0;
        }
    }

    /** A carrier's own fee, from a day on until a later entry for the same carrier. */
    public record CarrierFee(CarrierId carrier, LocalDate from, Levy levy, Provenance provenance) {}

    /** What is in force there on that day; empty when the place is not listed for it. */
    Optional<Place> inForce(PlaceOfUse place, LocalDate on) {
        return places.stream()
                .filter(p -> p.holds(place) && !p.from().isAfter(on))
                .reduce((a, b) -> b.from().isAfter(a.from()) ? b : a);
    }

    Optional<CarrierFee> inForce(CarrierId carrier, LocalDate on) {
        return carrierFees.stream()
                .filter(f -> f.carrier().equals(carrier) && !f.from().isAfter(on))
                .reduce((a, b) -> b.from().isAfter(a.from()) ? b : a);
    }
}

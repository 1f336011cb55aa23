package dev.keepline.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** How long one kind of line lives at one carrier when nothing is done. */
public record LapseRule(Scope scope, ValidityRule validity, Ending ending, Reckoning reckoning, Provenance provenance) {

    /**
     * Whose lines it is about.
     *
     * @param variant of the carrier's lines, for example those that joined before a day; empty for the rule that counts
     *     when nothing more is known
     */
    public record Scope(CarrierId carrier, Basis basis, String variant) {

        /** As printed beside dates: {@code verizon-prepaid/balance/joined-before-2018-11-06}. */
        @Override
        public String toString() {
            return carrier + "/" + basis.code() + (variant.isEmpty() ? "" : "/" + variant);
        }
    }

    /** What happens at the end, and then. */
    public record Ending(AtExpiry atExpiry, Loss loss) {}

    /**
     * How days are counted.
     *
     * @param statedZone in which the carrier's days begin; empty where no source says
     */
    public record Reckoning(EarlyRenewal earlyRenewal, Optional<ZoneId> statedZone) {}

    /** Where no source names a zone: of the mainland's zones, a day begins first here, so nobody is told too late. */
    public static final ZoneId EARLIEST_MAINLAND = ZoneId.of("America/New_York");

    /** The zone in which the line's dates are reckoned. */
    public ZoneId zone() {
        return reckoning.statedZone().orElse(EARLIEST_MAINLAND);
    }

    /** Which local date it is for the line. */
    public LocalDate dateAt(Instant instant) {
        return instant.atZone(zone()).toLocalDate();
    }

    /** When that local date begins for the line. */
    public Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone()).toInstant();
    }
}

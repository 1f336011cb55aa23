package dev.keepline.portal.lines;

import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Msisdn;
import dev.keepline.portal.life.Clocks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One line as the portal shows it, without words yet. */
public record LineCard(Who who, LineState state, Dates dates, Held held, Road road) {

    /** Today where the line lives. */
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, dates.zone());
    }

    /**
     * @param label what the subscriber calls it
     * @param plan the offering it is on, where known
     */
    public record Who(LineId id, Msisdn number, String label, Carrier carrier, Optional<String> plan) {}

    /**
     * @param code names the carrier in language files
     * @param shortName as sentences use it
     */
    public record Carrier(String code, String name, String shortName) {}

    /** The two clocks with their sources. */
    public record Dates(Clocks clocks, Source service, Source number, Optional<LocalDate> periodStart, ZoneId zone) {}

    /** What the line has. */
    public record Held(Optional<Money> balance, List<Usage> usage) {}

    /** How the line can be renewed. */
    public sealed interface Road {

        /**
         * @param offering the cheapest one, as its carrier calls it
         * @param several whether there is a choice
         */
        record Renewable(Money from, String offering, boolean several) implements Road {}

        /** Only by the subscriber, elsewhere: the page says what to do where. */
        record Instructions() implements Road {}

        /** Nothing can be sold for it now. */
        record Closed() implements Road {}
    }
}

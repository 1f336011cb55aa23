package dev.keepline.portal.lines;

import dev.keepline.catalog.OfferingName;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import dev.keepline.portal.life.Clocks;
import dev.keepline.renewal.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One line as the portal shows it, without words yet. */
public record LineCard(Who who, LineState state, Dates dates, Held held, Road road, Optional<UnderWay> underway) {

    /** One that is not being renewed. */
    public LineCard(Who who, LineState state, Dates dates, Held held, Road road) {
        this(who, state, dates, held, road, Optional.empty());
    }

    /**
     * A renewal of this line that is not over.
     *
     * @param onlyMoney whether money is credited and nothing renewed by it
     */
    public record UnderWay(RenewalId renewal, Phase phase, boolean onlyMoney) {

        /** Whether it is paid for and moves the line's dates once it is confirmed. */
        public boolean renews() {
            return !unpaid() && !onlyMoney;
        }

        /** Whether nothing is held for it yet, so that something else can be chosen. */
        public boolean unpaid() {
            return phase == Phase.TO_PAY || phase == Phase.OPENING || phase == Phase.CLOSING;
        }

        public String path() {
            return "/renewals/" + renewal;
        }
    }

    /** The same line while it is being renewed. */
    public LineCard during(Optional<UnderWay> renewal) {
        return new LineCard(who, state, dates, held, road, renewal);
    }

    /** Whether only its holder can renew it, at the carrier: nothing that is sold here would. */
    public boolean holderRenews() {
        return switch (road) {
            case Road.Renewable renewable -> renewable.creditOnly();
            case Road.Instructions _, Road.Closed _ -> true;
        };
    }

    /** Whether nobody knows which carrier it is at. */
    public boolean carrierUnknown() {
        return who.carrier().code().equals(TrackTexts.OTHER);
    }

    /** Today where the line lives. */
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, dates.zone());
    }

    /**
     * @param number as its country writes it; without one, the end of its profile's number
     * @param label what the subscriber calls it
     * @param plan the offering it is on, where known
     * @param tracked whether only the subscriber says so, and the operator does not look after it
     */
    public record Who(
            LineId id, String number, String label, Carrier carrier, Optional<OfferingName> plan, boolean tracked) {

        /** One that the operator looks after. */
        public Who(LineId id, String number, String label, Carrier carrier, Optional<OfferingName> plan) {
            this(id, number, label, carrier, plan, false);
        }
    }

    /**
     * @param code names the carrier in language files
     * @param shortName as sentences use it
     */
    public record Carrier(String code, String name, String shortName) {}

    /** The two clocks with their sources. */
    public record Dates(Clocks clocks, Source service, Source number, Optional<LocalDate> periodStart, ZoneId zone) {}

    /**
     * What the line has.
     *
     * @param source who says so, where anything is said
     */
    public record Held(Optional<Money> balance, List<Usage> usage, Optional<Source> source) {

        /** Of which nobody says from where it is known. */
        public Held(Optional<Money> balance, List<Usage> usage) {
            this(balance, usage, Optional.empty());
        }
    }

    /** How the line can be renewed. */
    public sealed interface Road {

        /**
         * @param from the lowest all-in price; empty where the line's place is not in the table of taxes
         * @param offering the cheapest one, in the catalogue
         * @param several whether there is a choice
         * @param creditOnly whether all that can be bought is credit, which renews no plan
         */
        record Renewable(
                Optional<Money> from, OfferingName offering, boolean several, boolean creditOnly, Forecast forecast)
                implements Road {

            /** Of which the cheapest offering is also the likely one. */
            public Renewable(Optional<Money> from, OfferingName offering, boolean several, boolean creditOnly) {
                this(from, offering, several, creditOnly, new Forecast(offering, from, false, false));
            }
        }

        /**
         * What its next renewal will probably be.
         *
         * @param total all-in; empty where the line's place is not in the table of taxes
         * @param current whether it is the plan the line is on; else it is the cheapest
         * @param chosen whether the subscriber says how much
         */
        record Forecast(OfferingName offering, Optional<Money> total, boolean current, boolean chosen) {}

        /** Only by the subscriber, elsewhere: the page says what to do where. */
        record Instructions() implements Road {}

        /** Nothing can be sold for it now. */
        record Closed() implements Road {}
    }
}

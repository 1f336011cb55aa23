package dev.keepline.portal.preview;

import dev.keepline.catalog.OfferingName;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Msisdn;
import dev.keepline.portal.life.Certainty;
import dev.keepline.portal.life.Clocks;
import dev.keepline.portal.lines.LineCard;
import dev.keepline.portal.lines.LineCard.Carrier;
import dev.keepline.portal.lines.LineCard.Dates;
import dev.keepline.portal.lines.LineCard.Held;
import dev.keepline.portal.lines.LineCard.Road;
import dev.keepline.portal.lines.LineCard.Who;
import dev.keepline.portal.lines.LineState;
import dev.keepline.portal.lines.Source;
import dev.keepline.portal.lines.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** One line in each state. The numbers are fictional (555-0100 to 0199). */
final class SampleLines {

    static final Instant NOW = Instant.parse("2026-11-25T19:27:00Z");
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final Carrier ATT = new Carrier("att-prepaid", "AT&T Prepaid", "AT&T");
    static final Carrier TMOBILE = new Carrier("tmobile-prepaid", "T-Mobile Prepaid", "T-Mobile");
    static final Carrier FI = new Carrier("google-fi", "Google Fi", "Google Fi");
    private static final Source READ = new Source.ReadFromCarrier(NOW.minus(Duration.ofMinutes(4)));
    static final Source RULE = new Source.PublishedRule(Optional.of("2019-12-10"), OptionalInt.of(60));
    private static final Source RANGE = new Source.SourcesDisagree(90, 120);

    private SampleLines() {}

    static List<LineCard> all() {
        return List.of(near(), out(), due(), unknown(), own(), fine(), gone());
    }

    static LineCard near() {
        return new LineCard(
                who(1, "212-555-0142", "Bank codes", ATT, ""),
                LineState.NEAR,
                dates("2026-10-01", "2026-12-01", "", READ, RULE),
                new Held(Optional.of(Money.usd(0)), List.of()),
                renewable(2985, "$25 of balance, 90 days", true));
    }

    static LineCard out() {
        return new LineCard(
                who(2, "415-555-0117", "Mum", TMOBILE, ""),
                LineState.OUT,
                dates("2026-11-06", "2027-02-04", "2027-03-06", READ, RANGE),
                new Held(Optional.empty(), List.of()),
                renewable(2716, "$25 of balance, 90 days", false));
    }

    static LineCard due() {
        return new LineCard(
                who(3, "646-555-0163", "Main", ATT, ""),
                LineState.DUE,
                dates("2026-11-29", "2027-01-28", "", READ, RULE),
                new Held(
                        Optional.empty(),
                        List.of(
                                new Usage.Metered(Usage.Kind.DATA, 11_400, 30_000),
                                new Usage.Unlimited(Usage.Kind.VOICE),
                                new Usage.Unlimited(Usage.Kind.SMS))),
                renewable(2985, "Unlimited Saver", true));
    }

    /** The line that was due, a year later by the carrier's record. */
    static LineCard renewed() {
        return new LineCard(
                who(3, "646-555-0163", "Main", ATT, "Unlimited yearly"),
                LineState.FINE,
                dates("2027-11-29", "2028-01-28", "", READ, RULE),
                new Held(Optional.empty(), List.of()),
                renewable(13328, "Unlimited yearly", true));
    }

    private static LineCard unknown() {
        return new LineCard(
                who(4, "303-555-0129", "Spare", TMOBILE, ""),
                LineState.UNKNOWN,
                new Dates(
                        Clocks.UNKNOWN,
                        new Source.NoAnswer(Optional.of(NOW.minus(Duration.ofDays(5)))),
                        new Source.NeedsServiceDate(),
                        Optional.empty(),
                        ZONE),
                new Held(Optional.empty(), List.of()),
                renewable(2716, "$25 of balance, 90 days", true));
    }

    static LineCard own() {
        var clocks = new Clocks(
                Optional.of(LocalDate.parse("2026-12-02")),
                Certainty.WORD,
                Optional.of(LocalDate.parse("2027-02-03")),
                Optional.empty());
        return new LineCard(
                who(5, "650-555-0185", "Travel", FI, "Flexible"),
                LineState.OWN,
                new Dates(
                        clocks,
                        new Source.OwnWord(NOW.minus(Duration.ofDays(20))),
                        new Source.OwnWordAndRule(Optional.empty()),
                        Optional.of(LocalDate.parse("2026-11-02")),
                        ZONE),
                new Held(Optional.empty(), List.of()),
                new Road.Instructions());
    }

    private static LineCard fine() {
        return new LineCard(
                who(6, "718-555-0108", "Dad", ATT, "12-Month Unlimited"),
                LineState.FINE,
                dates("2027-08-13", "2027-10-12", "", READ, RULE),
                new Held(
                        Optional.empty(),
                        List.of(
                                new Usage.Metered(Usage.Kind.DATA, 3_200, 16_000),
                                new Usage.Unlimited(Usage.Kind.VOICE),
                                new Usage.Unlimited(Usage.Kind.SMS))),
                renewable(26393, "12-Month Unlimited", true));
    }

    static LineCard gone() {
        return new LineCard(
                who(7, "503-555-0151", "Old", TMOBILE, ""),
                LineState.GONE,
                dates("2026-08-05", "2026-11-03", "2026-12-03", READ, RANGE),
                new Held(Optional.empty(), List.of()),
                new Road.Closed());
    }

    private static Who who(int n, String number, String label, Carrier carrier, String plan) {
        return new Who(
                new LineId(new UUID(0, n)),
                Msisdn.parse(number).orElseThrow().national(),
                label,
                carrier,
                Optional.of(plan).filter(name -> !name.isEmpty()).map(name -> new OfferingName(name, Map.of())));
    }

    private static Dates dates(String service, String number, String latest, Source first, Source second) {
        var clocks = new Clocks(
                Optional.of(LocalDate.parse(service)),
                Certainty.READ,
                Optional.of(LocalDate.parse(number)),
                latest.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(latest)));
        var ends = LocalDate.parse(service);
        return new Dates(clocks, first, second, Optional.of(ends.minusDays(30)), ZONE);
    }

    private static Road renewable(long cents, String offering, boolean several) {
        return new Road.Renewable(Optional.of(Money.usd(cents)), new OfferingName(offering, Map.of()), several, false);
    }
}

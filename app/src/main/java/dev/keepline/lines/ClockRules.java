package dev.keepline.lines;

import dev.keepline.catalog.Basis;
import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.Kind;
import dev.keepline.catalog.LapseRule;
import dev.keepline.catalog.LapseRules;
import dev.keepline.catalog.Offering;
import dev.keepline.catalog.OfferingId;
import dev.keepline.catalog.OnDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Which of a line's dates counts, and what the carrier's rule makes of it. Pure. */
public final class ClockRules {

    private final Catalogue catalogue;
    private final LapseRules rules;

    public ClockRules(Catalogue catalogue, LapseRules rules) {
        this.catalogue = catalogue;
        this.rules = rules;
    }

    /** The clocks of a line at that moment, in the line's own zone. */
    public LineClocks clocks(Line line, Instant now) {
        var today = now.atZone(line.home().zone()).toLocalDate();
        var known = known(line);
        OnDate ends = known.<OnDate>map(k -> new OnDate.Known(k.endsOn())).orElseGet(OnDate.Unknown::new);
        var clocks = rule(line)
                .map(rule -> LapseRules.clocks(rule, ends, Optional.empty(), today))
                .orElseGet(() -> LapseRules.clocksWithoutRule(ends, today));
        return new LineClocks(clocks, known.map(Known::source).orElse(LineClocks.Source.NOBODY), known.map(Known::at));
    }

    /** The rule the line lives by: of its plan, or of its balance when it is paid as one goes. */
    public Optional<LapseRule> rule(Line line) {
        var carrier = new CarrierId(line.identity().carrier());
        var basis = payAsYouGo(line) ? Basis.BALANCE : Basis.PLAN;
        var other = basis == Basis.PLAN ? Basis.BALANCE : Basis.PLAN;
        return rules.rule(carrier, basis).or(() -> rules.rule(carrier, other));
    }

    /** Whether an amount that arrives sets the line's validity. */
    public boolean payAsYouGo(Line line) {
        return line.offering()
                .flatMap(id -> catalogue.offering(new OfferingId(id)))
                .map(Offering::kind)
                .map(kind -> kind == Kind.PAY_AS_YOU_GO || kind == Kind.TOP_UP_BY_AMOUNT)
                .orElse(false);
    }

    private record Known(LocalDate endsOn, LineClocks.Source source, Instant at) {}

    /** What became known last counts; the carrier's own record counts before anything of the same moment. */
    private static Optional<Known> known(Line line) {
        var dates = line.dates();
        var reading = dates.recorded().map(r -> recorded(r, line.home().zone()));
        var bought = dates.bought().map(d -> new Known(d.serviceEndsOn(), LineClocks.Source.RULE, d.at()));
        var stated = dates.stated().map(d -> new Known(d.serviceEndsOn(), LineClocks.Source.SUBSCRIBER, d.at()));
        var told = dates.told().map(d -> new Known(d.serviceEndsOn(), LineClocks.Source.OPERATOR, d.at()));
        return later(reading, later(bought, later(told, stated)));
    }

    private static Known recorded(Line.Recorded recorded, ZoneId zone) {
        return new Known(firstDayWithout(recorded.endsAt(), zone), LineClocks.Source.CARRIER, recorded.readAt());
    }

    /** Carriers name the last second of the last day as well as the moment after it. */
    private static LocalDate firstDayWithout(Instant end, ZoneId zone) {
        return end.plusSeconds(1).atZone(zone).toLocalDate();
    }

    private static Optional<Known> later(Optional<Known> first, Optional<Known> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.or(() -> second);
        }
        return second.get().at().isAfter(first.get().at()) ? second : first;
    }
}

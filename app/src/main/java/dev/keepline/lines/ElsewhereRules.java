package dev.keepline.lines;

import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.LapseRule;
import dev.keepline.catalog.LapseRules;
import dev.keepline.catalog.Offering;
import dev.keepline.catalog.OfferingId;
import dev.keepline.catalog.OnDate;
import dev.keepline.catalog.Standing;
import dev.keepline.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** What the carrier's published rule makes of a renewal that was paid elsewhere. Pure; where no rule says it, nothing. */
public final class ElsewhereRules {

    private final Catalogue catalogue;
    private final ClockRules clocks;

    public ElsewhereRules(Catalogue catalogue, LapseRules lapse) {
        this.catalogue = catalogue;
        this.clocks = new ClockRules(catalogue, lapse);
    }

    /** The two dates that follow: the first day without service, and the first on which the number may be gone. */
    public record Follows(LocalDate serviceEndsOn, Optional<LocalDate> numberLostOn, boolean byRule) {}

    /** What follows; empty where neither the subscriber nor a rule says when service ends. */
    public Optional<Follows> follows(Line line, Elsewhere said, Instant now) {
        var bought = said.offering().isPresent() ? with(line, said.offering()) : line;
        return said.endsOn()
                .map(date -> follows(bought, date, false, said.on()))
                .or(() -> byRule(bought, said, now).map(date -> follows(bought, date, true, said.on())));
    }

    private Follows follows(Line line, LocalDate ends, boolean byRule, LocalDate on) {
        var lost = clocks.rule(line)
                .flatMap(rule -> LapseRules.clocks(rule, new OnDate.Known(ends), Optional.of(on), on)
                        .numberLostOn()
                        .earliest());
        return new Follows(ends, lost, byRule);
    }

    private Optional<LocalDate> byRule(Line line, Elsewhere said, Instant now) {
        return clocks.rule(line)
                .flatMap(rule -> term(line, rule, said).flatMap(term -> {
                    var ends = clocks.clocks(line, now).clocks().serviceEndsOn();
                    var standing =
                            new Standing(ends, ends.earliest().orElse(said.on()).getDayOfMonth());
                    return LapseRules.afterRenewal(rule, standing, term, said.on())
                            .next()
                            .serviceEndsOn()
                            .earliest();
                }));
    }

    /** A plan is reckoned by its own term. An amount makes days only where the line is known to live on its balance. */
    private Optional<Period> term(Line line, LapseRule rule, Elsewhere said) {
        return term(said.offering())
                .or(() -> said.amount()
                        .filter(_ -> livesOnBalance(line))
                        .flatMap((Money amount) -> LapseRules.validityFor(rule, amount)));
    }

    /** Paid as one goes, and not a pass of so many days: of those an amount moves nothing. */
    private boolean livesOnBalance(Line line) {
        return clocks.payAsYouGo(line) && term(line.offering()).isEmpty();
    }

    private Optional<Period> term(Optional<String> offering) {
        return offering.flatMap(id -> catalogue.offering(new OfferingId(id))).flatMap(Offering::term);
    }

    private static Line with(Line line, Optional<String> offering) {
        return new Line(
                line.account(), line.id(), line.identity(), line.home(), offering, line.dates(), line.nextSegment());
    }
}

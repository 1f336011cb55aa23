package dev.keepline.renewal;

import dev.keepline.carriers.Effect;
import dev.keepline.catalog.Extension;
import dev.keepline.catalog.LapseRule;
import dev.keepline.catalog.LapseRules;
import dev.keepline.catalog.OnDate;
import dev.keepline.catalog.Standing;
import dev.keepline.lines.ClockRules;
import dev.keepline.lines.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** What a renewal may promise of the two clocks. Pure. Money credited to a plan line promises nothing of its service. */
public final class PromiseRules {

    private final ClockRules clocks;

    public PromiseRules(ClockRules clocks) {
        this.clocks = clocks;
    }

    /** What ordering this would bring the line, if the carrier does as ordered. */
    public Quote.Promise promise(Line line, Effect effect, String termsVersion, Instant now) {
        var today = now.atZone(line.home().zone()).toLocalDate();
        var ends = clocks.clocks(line, now).clocks().serviceEndsOn();
        return clocks.rule(line)
                .flatMap(rule -> extension(line, rule, ends, effect, today)
                        .map(extension -> promise(rule, extension, termsVersion, today)))
                .orElseGet(() -> new Quote.Promise(Optional.empty(), Optional.empty(), false, termsVersion));
    }

    private Optional<Extension> extension(Line line, LapseRule rule, OnDate ends, Effect effect, LocalDate today) {
        return switch (effect) {
            case Effect.Plan plan ->
                Optional.of(LapseRules.afterRenewal(rule, standing(ends, today), Period.ofDays(plan.days()), today));
            case Effect.Credit credit ->
                clocks.payAsYouGo(line)
                        ? Optional.of(LapseRules.afterTopUp(rule, standing(ends, today), credit.amount(), today))
                        : Optional.empty();
        };
    }

    private static Standing standing(OnDate ends, LocalDate today) {
        return new Standing(ends, ends.earliest().orElse(today).getDayOfMonth());
    }

    private static Quote.Promise promise(LapseRule rule, Extension extension, String termsVersion, LocalDate today) {
        var ends = extension.next().serviceEndsOn();
        var lost = LapseRules.clocks(rule, ends, Optional.of(today), today).numberLostOn();
        return new Quote.Promise(ends.earliest(), lost.earliest(), extension.needsConsent(), termsVersion);
    }
}

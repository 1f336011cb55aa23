package dev.keepline.renewal;

import dev.keepline.carriers.Effect;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.catalog.Extension;
import dev.keepline.catalog.LapseRule;
import dev.keepline.catalog.LapseRules;
import dev.keepline.catalog.OnDate;
import dev.keepline.catalog.Standing;
import dev.keepline.lines.ClockRules;
import dev.keepline.lines.Line;
import dev.keepline.lines.LineClocks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** What a renewal may promise of the two clocks. Pure. Money promises only where a rule says how long it lasts. */
public final class PromiseRules {

    private final ClockRules clocks;

    public PromiseRules(ClockRules clocks) {
        this.clocks = clocks;
    }

    /** What would be ordered, and how far its outcome could be proven. */
    public record Ordered(Effect effect, ProofLevel proof) {}

    /**
     * What ordering this would bring the line, if the carrier does as ordered. Where its record could be read and nobody
     * has, no dates: what files and people say of the end may not stand in it.
     */
    public Quote.Promise promise(Line line, Ordered ordered, String termsVersion, Instant now) {
        var effect = ordered.effect();
        var today = now.atZone(line.home().zone()).toLocalDate();
        var shown = clocks.clocks(line, now);
        var ends = shown.clocks().serviceEndsOn();
        if (unread(line, ordered)) {
            boolean over = ends.latest().filter(end -> !today.isBefore(end)).isPresent();
            return new Quote.Promise(Optional.empty(), Optional.empty(), !over, termsVersion);
        }
        boolean empty = effect instanceof Effect.Plan && recordIsEmpty(line, shown);
        OnDate begins = empty ? new OnDate.Known(today) : ends;
        boolean shortens = empty && ends.latest().filter(today::isBefore).isPresent();
        return clocks.rule(line)
                .flatMap(rule -> extension(line, rule, begins, effect, today)
                        .map(extension ->
                                promise(rule, extension, shortens || extension.needsConsent(), termsVersion, today)))
                .orElseGet(() -> new Quote.Promise(Optional.empty(), Optional.empty(), shortens, termsVersion));
    }

    private static boolean unread(Line line, Ordered ordered) {
        return ordered.effect() instanceof Effect.Plan
                && ordered.proof() == ProofLevel.READ_BACK
                && line.dates().reading().isEmpty();
    }

    /**
     * Whether the carrier's record was read after whatever else is said of the end, and names none: a plan bought now
     * begins now there, whatever a file or a person says.
     */
    private static boolean recordIsEmpty(Line line, LineClocks shown) {
        return line.dates()
                .reading()
                .filter(reading -> reading.expiresAt().isEmpty())
                .filter(reading ->
                        shown.knownAt().map(reading.readAt()::isAfter).orElse(true))
                .isPresent();
    }

    private Optional<Extension> extension(Line line, LapseRule rule, OnDate ends, Effect effect, LocalDate today) {
        return switch (effect) {
            case Effect.Plan plan ->
                Optional.of(LapseRules.afterRenewal(rule, standing(ends, today), Period.ofDays(plan.days()), today));
            case Effect.Credit credit ->
                clocks.payAsYouGo(line)
                                && LapseRules.validityFor(rule, credit.amount()).isPresent()
                        ? Optional.of(LapseRules.afterTopUp(rule, standing(ends, today), credit.amount(), today))
                        : Optional.empty();
        };
    }

    private static Standing standing(OnDate ends, LocalDate today) {
        return new Standing(ends, ends.earliest().orElse(today).getDayOfMonth());
    }

    private static Quote.Promise promise(
            LapseRule rule, Extension extension, boolean consent, String termsVersion, LocalDate today) {
        var ends = extension.next().serviceEndsOn();
        var lost = LapseRules.clocks(rule, ends, Optional.of(today), today).numberLostOn();
        return new Quote.Promise(ends.earliest(), lost.earliest(), consent, termsVersion);
    }
}

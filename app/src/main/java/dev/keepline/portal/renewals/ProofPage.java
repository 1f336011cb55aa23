package dev.keepline.portal.renewals;

import dev.keepline.portal.life.LifeBar;
import dev.keepline.portal.lines.ClockText;
import dev.keepline.portal.renew.RenewPage.Part;
import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Language;
import dev.keepline.portal.words.Shown;
import java.util.List;
import java.util.Optional;

/**
 * The receipt of a renewal: who showed what, when, and what was paid. Fits on one printed sheet.
 *
 * @param check how somebody else can check it; empty until the money is settled
 */
public record ProofPage(String id, Head head, Line line, Money money, List<Fact> references, Optional<Check> check) {

    /** @param intro who confirmed it: the carrier's own record, or an aggregator */
    public record Head(String title, Shown headline, Shown intro, String linePath) {}

    /** @param changes what the carrier's record showed before and after, where it can be read */
    public record Line(Optional<Clocks> clocks, List<Fact> facts, List<Change> changes) {}

    public record Clocks(ClockText service, ClockText number, LifeBar bar, String described) {}

    public record Money(List<Part> parts, Shown total, boolean paid, List<Fact> facts) {}

    public record Change(String what, Shown before, Shown after) {}

    /**
     * @param code to type
     * @param how where, and what is seen there
     * @param languages the paper is to be had in
     */
    public record Check(String code, Shown how, List<Language> languages) {}
}

package dev.keepline.portal.renewals;

import dev.keepline.portal.life.LifeBar;
import dev.keepline.portal.lines.ClockText;
import dev.keepline.portal.renew.RenewPage.Part;
import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import java.util.List;
import java.util.Optional;

/** The receipt of a renewal: who showed what, when, and what was paid. Fits on one printed sheet. */
public record ProofPage(String id, Head head, Line line, Money money, List<Fact> references) {

    /** @param intro who confirmed it: the carrier's own record, or an aggregator */
    public record Head(Shown headline, Shown intro, String linePath) {}

    /** @param changes what the carrier's record showed before and after, where it can be read */
    public record Line(Optional<Clocks> clocks, List<Fact> facts, List<Change> changes) {}

    public record Clocks(ClockText service, ClockText number, LifeBar bar, String described) {}

    public record Money(List<Part> parts, Shown total, boolean paid, List<Fact> facts) {}

    public record Change(String what, Shown before, Shown after) {}
}

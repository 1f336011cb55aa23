package dev.keepline.portal.renew;

import dev.keepline.portal.life.LifeBar;
import dev.keepline.portal.lines.ClockText;
import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import java.util.List;
import java.util.Optional;

/**
 * A quote with everything on one screen, before any money moves.
 *
 * @param open whether it can still be paid; if not, {@code problem} says why and the page leads to a new one
 */
public record QuotePage(
        String id, Head head, Promise promise, Money money, Consent consent, boolean open, Optional<Problem> problem) {

    /**
     * Why it is not paid.
     *
     * @param instead where the renewal is that goes on in its place
     */
    public record Problem(Shown said, Optional<String> instead) {

        public static Problem of(Shown said) {
            return new Problem(said, Optional.empty());
        }
    }

    /** @param facts the line, its carrier, the subscriber, and the place that is taxed */
    public record Head(Shown headline, Shown number, String offering, String renewPath, List<Fact> facts) {}

    /** @param note where no dates can be promised: what arrives, and what must happen for the plan to renew */
    public record Promise(Optional<Clocks> clocks, List<Shown> note) {}

    public record Clocks(ClockText service, ClockText number, LifeBar before, LifeBar after, String described) {}

    /** @param until when the price holds, in the line's zone and, where it differs, the reader's */
    public record Money(List<RenewPage.Part> parts, Shown total, Shown until) {}

    /**
     * What must be agreed to.
     *
     * @param spend the words to agree to where days already paid may be lost
     * @param proof who confirms, and that nothing is taken before
     */
    public record Consent(String termsVersion, List<Shown> terms, Optional<Shown> spend, List<Shown> proof) {}
}

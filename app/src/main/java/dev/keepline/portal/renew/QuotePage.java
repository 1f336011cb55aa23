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
     * @param over whether nothing on this page can change it
     * @param again whether asking for a new price makes sense
     */
    public record Problem(Shown said, Optional<String> instead, boolean over, boolean again) {

        public Problem(Shown said, Optional<String> instead) {
            this(said, instead, false, true);
        }

        public static Problem of(Shown said) {
            return new Problem(said, Optional.empty());
        }

        /** The quote has had its time, and what came of it is on another page. */
        public static Problem over(Shown said, String page, boolean again) {
            return new Problem(said, Optional.of(page), true, again);
        }
    }

    /**
     * What is pressed, and what is said beside it.
     *
     * @param card how the card is used
     */
    public record Press(Shown card, Shown accept, Shown label) {}

    /**
     * @param includes what the offering contains, as far as its source says
     * @param facts the line, its carrier, the subscriber, and the place that is taxed
     */
    public record Head(
            Shown headline,
            Shown number,
            String offering,
            Optional<Shown> includes,
            String renewPath,
            List<Fact> facts) {}

    /** @param note where no dates can be promised: what arrives, and what must happen for the plan to renew */
    public record Promise(Optional<Clocks> clocks, List<Shown> note) {
        /** Of a quote that is over: the line's dates have gone on since. */
        static final Promise NONE = new Promise(Optional.empty(), List.of());
    }

    public record Clocks(ClockText service, ClockText number, LifeBar before, LifeBar after, String described) {}

    /** @param until when the price holds, in the line's zone and, where it differs, the reader's */
    public record Money(List<RenewPage.Part> parts, Shown total, Shown until) {}

    /**
     * What must be agreed to.
     *
     * @param spend the words to agree to where days already paid may be lost
     * @param proof who confirms, and that nothing is taken before
     */
    public record Consent(
            String termsVersion, List<Shown> terms, Optional<Shown> spend, List<Shown> proof, Press press) {}
}

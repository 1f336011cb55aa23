package dev.keepline.portal.renewals;

import dev.keepline.portal.life.LifeBar;
import dev.keepline.portal.words.Shown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a renewal stands.
 */
public record TrackerPage(
        String id, Head head, List<Step> steps, Meaning meaning, Optional<Picture> picture, Links links, Way way) {

    /**
     * How the page goes on.
     *
     * @param over whether nothing more happens by itself, so that nobody needs to listen
     * @param waits whether something happens by itself soon, so that a page without script looks again
     * @param query the marks of the page's own address, kept when it asks again
     */
    public record Way(boolean over, boolean waits, String query) {}

    public boolean over() {
        return way.over();
    }

    /**
     * @param ordered what was chosen, and its price
     * @param number of the line
     * @param steps what its steps are of
     */
    public record Head(Shown headline, Shown intro, Optional<Shown> ordered, Shown number, Shown steps) {}

    /** What it means for the one who waits. */
    public record Meaning(Shown money, Shown line, Shown we, Shown you, Shown zones) {}

    public record Picture(LifeBar bar, Shown caption) {}

    /**
     * @param pay the gateway's page, while it is open
     * @param proof the receipt, once there is one
     * @param again to choose again, when this one ended without
     * @param cancel ends an order that nobody has paid for
     * @param line the page of its line, once it is over
     */
    public record Links(
            Optional<String> pay,
            Optional<String> proof,
            Optional<String> again,
            Optional<String> cancel,
            Optional<String> line) {}

    /**
     * One step of four, or what came instead.
     *
     * @param at when it happened, where that is known
     */
    public record Step(Kind kind, Shown title, Optional<Shown> at, List<Shown> texts) {

        Step(Kind kind, Shown title, List<Shown> texts) {
            this(kind, title, Optional.empty(), texts);
        }

        public enum Kind {
            DONE,
            WAIT,
            NEXT,
            STOP,
            HAND;

            public String css() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }
}

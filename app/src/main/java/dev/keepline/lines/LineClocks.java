package dev.keepline.lines;

import dev.keepline.catalog.Clocks;
import java.time.Instant;
import java.util.Optional;

/**
 * The two clocks of a line, and from where its end of service is known.
 *
 * @param knownAt when the source was read, reckoned or told; empty when there is none
 */
public record LineClocks(Clocks clocks, Source source, Optional<Instant> knownAt) {

    /** Who says when service ends. */
    public enum Source {
        /** The carrier's own record. */
        CARRIER,
        /** A published rule, from what was bought here. */
        RULE,
        /** The operator's own files. */
        OPERATOR,
        /** The subscriber. */
        SUBSCRIBER,
        /** Nobody. */
        NOBODY
    }
}

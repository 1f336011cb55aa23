package dev.keepline.guard;

import java.time.Duration;

/**
 * How a counterpart stands with us.
 *
 * @param callAgainIn zero when it may be called now
 */
public record Standing(State state, Duration callAgainIn) {

    /** What keeps us from calling, if anything does. */
    public enum State {
        /** It answers. */
        UP,
        /** It asked us to wait. */
        RESTING,
        /** It left too many calls unanswered; the next question tries whether it is back. */
        DOWN
    }
}

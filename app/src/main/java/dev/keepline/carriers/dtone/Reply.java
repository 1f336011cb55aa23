package dev.keepline.carriers.dtone;

import java.time.Duration;
import java.util.Optional;

/** What came back over the wire, before anybody says what it means. */
sealed interface Reply {

    /** For the log: nothing of what was said. */
    default String summary() {
        return switch (this) {
            case Answered answered -> String.valueOf(answered.status());
            case NotSent notSent -> notSent.cause();
            case Lost lost -> lost.cause();
        };
    }

    /**
     * An answer, whole and within bounds.
     *
     * @param nextPage where a list goes on
     * @param retryAfter how long the vendor asks us to wait
     */
    record Answered(int status, String body, Optional<Integer> nextPage, Optional<Duration> retryAfter)
            implements Reply {

        boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    /**
     * There was no connection, or no leave to make one: nothing can have arrived.
     *
     * @param pause before it makes sense to try again
     */
    record NotSent(String cause, Duration pause) implements Reply {}

    /** Sent, in part or whole; no whole answer came. */
    record Lost(String cause) implements Reply {}
}

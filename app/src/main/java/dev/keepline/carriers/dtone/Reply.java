package dev.keepline.carriers.dtone;

import java.time.Duration;
import java.util.Optional;

/** What came back over the wire, before anybody says what it means. */
sealed interface Reply {

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

    /** There was no connection: nothing can have arrived. */
    record NotSent(String cause) implements Reply {}

    /** Sent, in part or whole; no whole answer came. */
    record Lost(String cause) implements Reply {}
}

package dev.keepline.guard;

import java.time.Duration;

/** Told how each call to a counterpart ended. */
@FunctionalInterface
public interface Watcher {

    /** How a call ended. */
    enum Ending {
        /** They said something, be it a refusal. */
        ANSWERED,
        /** No answer of theirs came. */
        UNANSWERED,
        /** There was no leave to send it. */
        NOT_SENT
    }

    /** @param took from the leave to the end; zero where nothing was sent */
    void ended(Ending ending, Duration took);
}

package dev.keepline.lines;

import java.time.Instant;
import java.util.Optional;

/**
 * The last time the carrier was asked about a line.
 *
 * @param answer empty while it is being asked
 */
public record Refresh(Instant askedAt, Optional<Answer> answer) {

    /** What came of it, and when. */
    public record Answer(Result result, Instant at) {}

    /** What a question can end in. */
    public enum Result {
        /** The carrier showed its record, which is kept. */
        READ,
        /** Nobody answered, or what was answered cannot be read: nothing new is known. */
        NO_ANSWER,
        /** The carrier answered that it has no such line. */
        NO_RECORD
    }
}

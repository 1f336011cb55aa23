package dev.keepline.sandbox;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can go wrong on the other side; the names on the wire are these in lower case. */
public enum Fault {
    /** The connection closes, nothing is applied. On a callback: it is never sent. */
    DROP_BEFORE("connection closed, nothing applied (a callback: never sent)"),
    /** Applied and stored, then the connection closes without an answer. */
    DROP_AFTER("applied, then the connection closes without an answer"),
    /** Waits {@code delay_ms} before applying; with {@code applied} it waits before answering. */
    DELAY("waits delay_ms before applying (with applied: before answering)"),
    /** The vendor's 500; with {@code applied} the work is done all the same. */
    STATUS_500("the vendor's 500 (with applied: the work is done all the same)"),
    /** The vendor's 429, nothing applied; with {@code delay_ms} it names that time in Retry-After. */
    STATUS_429("the vendor's 429, nothing applied (Retry-After: delay_ms)"),
    /** Applied; the body is cut in the middle. */
    MALFORMED("applied, the answer's JSON is cut in the middle"),
    /** The callback or webhook is sent twice. */
    DUPLICATE("the callback or webhook goes out twice"),
    /** The callback or webhook waits {@code delay_ms} (default 1500), so that later ones overtake it. */
    REORDER("the callback or webhook is overtaken by later ones"),
    /** Half of the data or money arrives. */
    HALF_APPLIED("half of the data or money arrives"),
    /** Another line gets it. */
    OTHER_LINE("another line gets it"),
    /** The answer says completed and nothing changes. */
    COMPLETED_UNCHANGED("says completed, changes nothing"),
    /** Completed, and after {@code delay_ms} (default 2000) taken back. */
    REVERSED_LATER("completed, and taken back after delay_ms"),
    /** A refund is accepted and fails after {@code delay_ms}. */
    FAILS_LATER("accepted, and fails after delay_ms (refunds)");

    private final String meaning;

    Fault(String meaning) {
        this.meaning = meaning;
    }

    /** One line for the control page. */
    public String meaning() {
        return meaning;
    }

    /** The name on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The fault of that wire name. */
    public static Optional<Fault> of(String wire) {
        return Stream.of(values()).filter(fault -> fault.wire().equals(wire)).findFirst();
    }
}

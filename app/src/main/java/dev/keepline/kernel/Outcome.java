package dev.keepline.kernel;

import java.time.Duration;
import java.time.Instant;

/**
 * What we <em>know</em> after asking somebody outside, not merely what they said. The difference between {@link NotDone}
 * and {@link Unknown} decides whether a command may be sent again.
 */
public sealed interface Outcome<T> {

    /** It happened, or was read; this is the record. */
    record Done<T>(T value) implements Outcome<T> {}

    /** They took it and have not decided; ask by {@code reference} at {@code askAt}. Pending is not unknown. */
    record Accepted<T>(String reference, Instant askAt) implements Outcome<T> {}

    /** They decided against it, for good; nothing happened. {@code code} is the vendor's own. */
    record Refused<T>(String code) implements Outcome<T> {}

    /**
     * Proven: nothing happened. The same command may be sent again.
     *
     * @param pause how long they ask us to wait before that, at least; zero when nothing was said
     */
    record NotDone<T>(String cause, Duration pause) implements Outcome<T> {

        public NotDone(String cause) {
            this(cause, Duration.ZERO);
        }
    }

    /** It may have happened. Ask; never send again. */
    record Unknown<T>(String cause) implements Outcome<T> {}
}

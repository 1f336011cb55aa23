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

    /** They decided against it, for good; nothing happened. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {

        /** With a code whose meaning matters to nobody, or is known to nobody. */
        public Refused(String code) {
            this(Refusal.unknown(code));
        }

        public String code() {
            return refusal.code();
        }
    }

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

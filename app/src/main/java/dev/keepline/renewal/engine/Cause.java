package dev.keepline.renewal.engine;

import java.util.Optional;

/**
 * What a decision was made on.
 *
 * @param answers the call that the signal is the answer to; empty for what nobody asked
 */
public record Cause(Signal signal, Optional<Call> answers) {

    /** It was time, or somebody knocked. */
    public static final Cause WOKEN = of(new Signal.Woken());

    /** Something that nobody asked. */
    public static Cause of(Signal signal) {
        return new Cause(signal, Optional.empty());
    }

    /** The answer to a call. */
    public static Cause answer(Signal signal, Call call) {
        return new Cause(signal, Optional.of(call));
    }

    /** As it is kept in the history. */
    public String name() {
        return signal.getClass().getSimpleName();
    }
}

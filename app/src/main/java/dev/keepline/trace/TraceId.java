package dev.keepline.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The number of one trace, of the form W3C Trace Context 1 gives it (3.2.2.3).
 *
 * @param hex 32 lower-case hexadecimal digits, not all zero
 */
public record TraceId(String hex) {

    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();
    private static final String NONE = "0".repeat(32);

    public TraceId {
        if (!hex.matches("[0-9a-f]{32}") || hex.equals(NONE)) {
            throw new IllegalArgumentException("not the number of a trace: " + hex);
        }
    }

    /** A new one. Nothing depends on nobody guessing it. */
    public static TraceId fresh() {
        return new TraceId(digits() + digits());
    }

    /** As it was stored; empty where none was. */
    public static Optional<TraceId> stored(@org.jspecify.annotations.Nullable String hex) {
        return Optional.ofNullable(hex).map(TraceId::new);
    }

    /** The header {@code traceparent} of a request made under this number; its parent id is new each time. */
    public String traceparent() {
        return "00-" + hex + "-" + digits() + "-01";
    }

    private static String digits() {
        return HexFormat.of().toHexDigits(RANDOM.nextLong() | 1);
    }

    @Override
    public String toString() {
        return hex;
    }
}

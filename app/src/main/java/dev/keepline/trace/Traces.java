package dev.keepline.trace;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The trace of what the current thread does. It stands in the log beside everything written meanwhile. */
public final class Traces {

    /** Its name in the log, and of the job's there. */
    public static final String TRACE = "trace";

    private static final String JOB = "job";

    private Traces() {}

    /** The present one; empty outside of any request or job. */
    public static Optional<TraceId> current() {
        return TraceId.stored(MDC.get(TRACE));
    }

    /** The present one as it is stored; null outside of any. */
    public static @Nullable String currentHex() {
        return MDC.get(TRACE);
    }

    /** Works under this one until the scope is closed. */
    public static Scope open(TraceId trace) {
        return open(TRACE, trace.hex());
    }

    /** Names the job this thread works on until the scope is closed: its kind, and its key within an account. */
    public static Scope job(String kind, String key) {
        return open(JOB, kind + " " + key);
    }

    private static Scope open(String name, String value) {
        var before = MDC.get(name);
        MDC.put(name, value);
        return () -> {
            if (before == null) {
                MDC.remove(name);
            } else {
                MDC.put(name, before);
            }
        };
    }

    /** Ends what it began. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}

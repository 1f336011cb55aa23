package dev.keepline.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** The time on the other side: the machine's, plus an offset that only grows and outlives a restart. */
public final class SandboxClock implements InstantSource {

    private static final String KEY = "clock-offset-seconds";

    private final InstantSource machine;
    private final Store store;
    private final Map<String, String> state;
    private volatile Duration offset;

    SandboxClock(InstantSource machine, Store store) {
        this.machine = machine;
        this.store = store;
        this.state = store.map("sandbox");
        this.offset = Duration.ofSeconds(Long.parseLong(state.getOrDefault(KEY, "0")));
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset);
    }

    /** How far ahead of the machine this clock is. */
    public Duration offset() {
        return offset;
    }

    void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("the sandbox clock only goes forward");
        }
        store.write(() -> {
            offset = offset.plus(by);
            state.put(KEY, Long.toString(offset.toSeconds()));
        });
    }

    void reset() {
        offset = Duration.ZERO;
    }
}

package dev.keepline.sandbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** What every counterpart is built from. The random generator makes ids and may be used by several threads. */
public record SandboxContext(
        Store store,
        SandboxClock clock,
        Faults faults,
        Agenda agenda,
        Outbox outbox,
        RandomGenerator random,
        SandboxOptions options,
        int port) {

    /** The URL everything is below, without a trailing slash, for example http://127.0.0.1:8082. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    /** Moves the clock and waits, at most this long, until what became due is done; false when something still runs. */
    public boolean advance(Duration by, Duration settle) {
        clock.advance(by);
        return agenda.settle(settle);
    }
}

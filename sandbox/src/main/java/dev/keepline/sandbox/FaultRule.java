package dev.keepline.sandbox;

import java.time.Duration;

/**
 * A fault set for the next {@code times} matching calls or, with a rate above zero, for that share of all matching calls
 * until cleared. Operation {@code *} matches every operation of the counterpart.
 */
public record FaultRule(String counterpart, String operation, Fault fault, int times, double rate, FaultDetail detail) {

    /** How a fault happens: the delay in milliseconds (0 = the fault's own default), and whether the work is done. */
    public record FaultDetail(long delayMs, boolean applied) {}

    public FaultRule {
        if (rate < 0 || rate > 1) {
            throw new IllegalArgumentException("rate must lie between 0 and 1, not " + rate);
        }
        if (rate == 0 && times < 1) {
            throw new IllegalArgumentException("times must be 1 or more, or rate above 0");
        }
        if (detail.delayMs < 0 || detail.delayMs > 600_000) {
            throw new IllegalArgumentException("delay_ms must lie between 0 and 600000, not " + detail.delayMs);
        }
    }

    /** The delay asked for, or the fallback when none was. */
    public Duration delayOr(long fallbackMs) {
        return Duration.ofMillis(detail.delayMs == 0 ? fallbackMs : detail.delayMs);
    }

    boolean matches(String aCounterpart, String anOperation) {
        return counterpart.equals(aCounterpart) && (operation.equals("*") || operation.equals(anOperation));
    }

    FaultRule once() {
        return new FaultRule(counterpart, operation, fault, times - 1, rate, detail);
    }
}

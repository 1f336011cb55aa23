package dev.keepline.sandbox.stripe;

import dev.keepline.sandbox.Fault;
import dev.keepline.sandbox.FaultRule;
import dev.keepline.sandbox.Faults;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What goes wrong with one call inside it, as opposed to on the way to it or back. */
record Struck(Optional<FaultRule> rule) {
    /** A 500 must be saved under the idempotency key, and a delay keep the key in use: the HTTP front cannot do that. */
    private static final Set<Fault> KINDS = EnumSet.of(Fault.STATUS_500, Fault.DELAY);

    private static final long DEFAULT_DELAY_MS = 3_000;

    static Struck take(Faults faults, String operation) {
        return new Struck(faults.take(Stripe.NAME, operation, KINDS));
    }

    boolean status500() {
        return is(Fault.STATUS_500);
    }

    /** Whether the work is done although the answer does not say so. */
    boolean applied() {
        return rule.map(r -> r.detail().applied()).orElse(false);
    }

    /** Waits before the work, when that is the fault. */
    void before() {
        if (is(Fault.DELAY) && !applied()) pause();
    }

    /** Waits before the answer, when that is the fault. */
    void after() {
        if (is(Fault.DELAY) && applied()) pause();
    }

    private boolean is(Fault fault) {
        return rule.filter(r -> r.fault() == fault).isPresent();
    }

    private void pause() {
        try {
            Thread.sleep(rule.orElseThrow().delayOr(DEFAULT_DELAY_MS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

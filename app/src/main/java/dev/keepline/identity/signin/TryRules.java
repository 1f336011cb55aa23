package dev.keepline.identity.signin;

import java.time.Duration;
import java.time.Instant;

/**
 * How many tries are free, and how long to wait after more: doubling, never longer than a quarter of an hour, so that
 * nobody can lock somebody else out for good.
 */
record TryRules(int free) {

    /** For one address that is typed. */
    static final TryRules ADDRESS = new TryRules(5);

    /** For one place on the network: whole families and offices share one. */
    static final TryRules PLACE = new TryRules(30);

    /** For looks at proofs by their code, from one place on the network: a counter may check many. */
    static final TryRules LOOK = new TryRules(60);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** Tries older than this are forgotten. */
    static final Duration MEMORY = Duration.ofHours(1);

    /** Counts one more try, before its outcome is known: so tries at the same time cannot all be free. */
    Tries next(Tries before, Instant now) {
        boolean old = before.lastAt().plus(MEMORY).isBefore(now);
        int count = old ? 1 : before.count() + 1;
        return new Tries(count, now, now.plus(waitAfter(count)));
    }

    private Duration waitAfter(int count) {
        if (count < free) {
            return Duration.ZERO;
        }
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - free, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}

package dev.keepline.identity.signin;

import java.time.Duration;
import java.time.Instant;

/**
 * How many tries are free, and how long to wait after more: doubling up to a longest wait, so that nobody can lock somebody
 * else out for good.
 */
record TryRules(int free, Duration firstWait, Duration longestWait) {

    /** Passwords for one address from one place: strangers elsewhere do not count here. */
    static final TryRules ADDRESS_HERE = free(5);

    /** Passwords from one place on the network: whole families and offices share one. */
    static final TryRules PLACE = free(30);

    /** Passwords for one address from everywhere: it only slows, and whoever signed in before does not notice. */
    static final TryRules ADDRESS_EVERYWHERE = new TryRules(20, Duration.ofSeconds(5), Duration.ofMinutes(1));

    /** Passwords for one address in a browser that signed in with it before. */
    static final TryRules KNOWN_BROWSER = free(5);

    /** The password again, in a session. */
    static final TryRules AGAIN = free(5);

    static final TryRules LETTERS_HERE = free(3);
    static final TryRules LETTERS_FROM_PLACE = free(20);

    /** Whoever waits by this has letters in the mailbox whose links still work. */
    static final TryRules LETTERS_EVERYWHERE = new TryRules(12, Duration.ofMinutes(1), Duration.ofMinutes(15));

    /** Letters that somebody signed in asks for. */
    static final TryRules LETTERS_OF_ACCOUNT = free(5);

    /** For looks at proofs by their code, from one place on the network: a counter may check many. */
    static final TryRules LOOK = free(60);

    /** Tries older than this are forgotten. */
    static final Duration MEMORY = Duration.ofHours(1);

    private static TryRules free(int free) {
        return new TryRules(free, Duration.ofSeconds(30), Duration.ofMinutes(15));
    }

    /** Counts one more try, before its outcome is known: so tries at the same time cannot all be free. */
    Tries next(Tries before, Instant now) {
        boolean old = before.lastAt().plus(MEMORY).isBefore(now);
        int count = old ? 1 : before.count() + 1;
        return new Tries(count, now, now.plus(waitAfter(count)));
    }

    /** Takes one back that ended well. */
    Tries back(Tries before, Instant now) {
        int count = Math.max(0, before.count() - 1);
        return new Tries(count, before.lastAt(), count < free ? now : before.waitUntil());
    }

    private Duration waitAfter(int count) {
        if (count < free) {
            return Duration.ZERO;
        }
        var wait = firstWait.multipliedBy(1L << Math.min(count - free, 10));
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }
}

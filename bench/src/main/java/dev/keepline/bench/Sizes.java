package dev.keepline.bench;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How much is measured.
 *
 * @param accounts with {@code linesEach} lines each: what is stored while pages and renewals are timed
 * @param manyLines stored while claims are timed a second time
 * @param proofs timed one by one
 * @param renewals paid for and then carried on at once
 * @param counted how long each page is asked for
 * @param only one part; empty for all of them
 */
record Sizes(
        int accounts,
        int linesEach,
        int manyLines,
        int proofs,
        int renewals,
        Duration warmUp,
        Duration counted,
        Optional<String> only) {

    static final Sizes WHOLE = new Sizes(
            25_000, 4, 3_000_000, 600, 1_000, Duration.ofSeconds(40), Duration.ofSeconds(15), Optional.empty());

    static final Sizes QUICK =
            new Sizes(25_000, 4, 1_000_000, 200, 300, Duration.ofSeconds(12), Duration.ofSeconds(6), Optional.empty());

    /** What can be measured alone. */
    static final Set<String> PARTS = Set.of("pages", "renewals", "claims");

    boolean measures(String part) {
        return only.isEmpty() || only.get().equals(part);
    }

    /** How many accounts have a line renewed by the product: proofs one by one, then many at once to warm up and to count. */
    int renewing() {
        return Proofs.WARM_UP + proofs + renewals / 3 + renewals;
    }

    Sizes only(String part) {
        return new Sizes(accounts, linesEach, manyLines, proofs, renewals, warmUp, counted, Optional.of(part));
    }
}

package dev.keepline.renewal.engine;

import dev.keepline.kernel.RenewalId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long we wait before asking again, and when waiting becomes somebody's business. */
final class Patience {

    /** First after a few seconds, since most doubts end at once; at the latest every five minutes. */
    private static final List<Integer> ASK_SECONDS = List.of(2, 4, 8, 15, 30, 60, 120, 300);

    /** After this long in doubt a case is opened. */
    static final Duration ALARM = Duration.ofMinutes(15);

    /** How long before a reservation ends a person must know that it is still unresolved. */
    static final Duration HOLD_WARNING = Duration.ofHours(24);

    /** How long before a reservation ends it is given back when nothing is proven. */
    static final Duration HOLD_LAST_CALL = Duration.ofHours(1);

    /** How long a carrier's record may lag behind its word. */
    static final Duration READ_BACK_LAG = Duration.ofMinutes(10);

    /** How long we try to read the carrier's record, or to place a first order, before giving the money back. */
    static final Duration BEFORE_ORDER = Duration.ofMinutes(10);

    /** When a finished renewal is looked at again, counted from its capture: carriers can reverse. */
    static final List<Duration> WATCH = List.of(
            Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(3), Duration.ofDays(14));

    /** When a refund that arrived is looked at again: banks return them for weeks. */
    static final List<Duration> REFUND_WATCH = List.of(
            Duration.ofHours(1),
            Duration.ofDays(1),
            Duration.ofDays(3),
            Duration.ofDays(7),
            Duration.ofDays(14),
            Duration.ofDays(30));

    /** How long we try to open a payment page: nobody waits for it longer, and its address is known to nobody. */
    static final Duration OPENING = Duration.ofMinutes(5);

    /** So often one page is asked for before another is opened in its place. */
    static final int SAME_PAGE = 2;

    /** So often a page whose address was lost is asked for, only to close it: nobody can pay on it anyway. */
    static final int MOST_WITHDRAWALS = 4;

    /** A payment page that is open is asked about this often, in case its webhook is lost. */
    static final Duration PAGE_POLL = Duration.ofSeconds(20);

    /** Proven refusals to do anything, such as a full queue, are tried again this often and no more. */
    static final int MOST_SENDS = 8;

    /** So often a refund is refused until we believe it: a refund of our own that was late looks like a refusal, too. */
    static final int MOST_REFUNDS = 3;

    /**
     * So long after the last one was sent no refund can arrive at the gateway any more: what it shows then stays, and money
     * may be given back another way.
     */
    static final Duration REFUND_UNDER_WAY = Duration.ofMinutes(30);

    /** After this many questions, about a quarter of an hour, doubt about a payment is somebody's business. */
    static final int MANY_ASKS = 10;

    private Patience() {}

    /** When to ask for the n-th time (from 0). Spread by the renewal's own id, so that a crowd does not ask at once. */
    static Instant next(Instant now, RenewalId id, int asks) {
        int seconds = ASK_SECONDS.get(Math.min(asks, ASK_SECONDS.size() - 1));
        long spread = Math.floorMod(id.value().getLeastSignificantBits() + asks, 250L * seconds);
        return now.plusMillis(1000L * seconds + spread);
    }
}

package dev.keepline.renewal.engine;

import dev.keepline.carriers.Allowance;
import dev.keepline.carriers.Bucket;
import dev.keepline.carriers.Effect;
import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.Snapshot;
import java.time.Duration;
import java.time.Instant;

/**
 * Does the carrier's record show what was bought? Compared is the record before the order with the record after it. What
 * is left may fall by use in between, so a little less is still the whole; half is not, and more is not either.
 */
public final class ReadBackRules {

    /** What a comparison found. */
    public sealed interface Finding {

        /** The record changed as ordered. */
        record Shown() implements Finding {}

        /** The record has not changed, or does not say enough: it may yet. */
        record NotYet(String what) implements Finding {}

        /** The record changed otherwise than ordered: a person has to look. */
        record Wrong(String what) implements Finding {}
    }

    /** Use between two readings that we put down to the subscriber: this share of what was bought. */
    private static final double USE = 0.10;

    /** Carriers end validity at the end of a day, at the hour of purchase, or at midnight of their zone. */
    private static final Duration DAY = Duration.ofDays(1);

    private ReadBackRules() {}

    /** Compares two readings of one line around one order. */
    public static Finding compare(Snapshot before, Snapshot after, Effect effect, OrderRecord order) {
        if (after.readAt().isBefore(order.readAt())) {
            return new Finding.NotYet("the record is older than the order");
        }
        return switch (effect) {
            case Effect.Plan plan -> plan(before, after, plan);
            case Effect.Credit credit ->
                amount(before, after, Allowance.CREDIT_CENTS, credit.amount().minor());
        };
    }

    private static Finding plan(Snapshot before, Snapshot after, Effect.Plan plan) {
        var data = amount(before, after, Allowance.DATA_BYTES, plan.dataBytes());
        var validity = validity(before, after, plan.days());
        if (data instanceof Finding.Wrong) {
            return data;
        }
        if (validity instanceof Finding.Wrong) {
            return validity;
        }
        return data instanceof Finding.Shown ? validity : data;
    }

    private static Finding amount(Snapshot before, Snapshot after, Allowance allowance, long bought) {
        if (bought == 0) {
            return new Finding.Shown();
        }
        long more = stillLeft(after, allowance, after.readAt()) - stillLeft(before, allowance, after.readAt());
        if (more <= 0) {
            return new Finding.NotYet(allowance + " has not grown");
        }
        if (more > bought) {
            return new Finding.Wrong(allowance + " grew by " + more + ", bought were " + bought);
        }
        return more >= bought - (long) (bought * USE)
                ? new Finding.Shown()
                : new Finding.Wrong(allowance + " grew by " + more + " only, bought were " + bought);
    }

    /** What had run out by the second reading is in neither: it would hide as much of what was bought. */
    private static long stillLeft(Snapshot snapshot, Allowance allowance, Instant at) {
        return snapshot.buckets().stream()
                .filter(b -> b.allowance() == allowance && !b.unlimited())
                .filter(b -> b.expiresAt().map(at::isBefore).orElse(true))
                .mapToLong(Bucket::left)
                .sum();
    }

    /**
     * Whether a plan ordered now would last as long as was promised. The promise may stand on what a subscriber or a file
     * said; the record decides, and here before anything is ordered.
     */
    static boolean keepsPromise(Snapshot before, Terms.Goods goods) {
        return !(goods.product().effect() instanceof Effect.Plan plan)
                || goods.promisedUntil()
                        .filter(promised -> start(before)
                                .plus(Duration.ofDays(plan.days()))
                                .plus(DAY)
                                .isBefore(promised))
                        .isEmpty();
    }

    /** What is bought begins when what is there ends. */
    private static Instant start(Snapshot before) {
        return before.expiresAt().filter(e -> e.isAfter(before.readAt())).orElse(before.readAt());
    }

    private static Finding validity(Snapshot before, Snapshot after, int days) {
        if (after.expiresAt().isEmpty()) {
            return new Finding.NotYet("the record names no end of validity");
        }
        Instant end = after.expiresAt().get();
        Instant due = start(before).plus(Duration.ofDays(days));
        if (before.expiresAt().filter(e -> !end.isAfter(e)).isPresent()) {
            return new Finding.NotYet("validity has not moved");
        }
        if (end.isBefore(due.minus(DAY)) || end.isAfter(due.plus(DAY).plus(DAY))) {
            return new Finding.Wrong("validity ends at " + end + ", bought was until " + due);
        }
        return new Finding.Shown();
    }
}

package dev.keepline.portal.renew;

import dev.keepline.carriers.Allowance;
import dev.keepline.carriers.Bucket;
import dev.keepline.carriers.Snapshot;
import dev.keepline.catalog.Allowances;
import dev.keepline.catalog.Amount;
import dev.keepline.catalog.Offering;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/**
 * Which offering is enough for a line, by what the carrier's record shows it has used. Pure. What cannot be known, because
 * the record or the offering does not say, is not assumed.
 */
public final class FitRules {

    /** By less than this a month's use cannot be told. */
    private static final int LEAST_DAYS = 3;

    private static final double MONTH_DAYS = OfferTexts.MONTH_DAYS;

    private FitRules() {}

    /**
     * What a line uses, counted over 30 days.
     *
     * @param bytes of data
     * @param days it was measured over
     */
    public record Need(double bytes, long days) {}

    /**
     * What the line uses of its data: what its plan's term has used up since it began, until the record was read.
     *
     * @param reading the carrier's record
     * @param plan the offering the line is on
     * @return empty where record or plan do not say, or too little time has passed
     */
    public static Optional<Need> need(Snapshot reading, Offering plan) {
        var included = plan.allowances().data();
        if (plan.term().isEmpty()
                || reading.expiresAt().isEmpty()
                || !(included.bytes() instanceof Amount.Limited limited)
                || !countedByTerm(included, plan.term().get())
                || !metered(reading)) {
            return Optional.empty();
        }
        long used = limited.units() - reading.left(Allowance.DATA_BYTES);
        long days = daysSince(reading.expiresAt().get(), plan.term().get(), reading.readAt());
        return used < 0 || days < LEAST_DAYS ? Optional.empty() : Optional.of(new Need(used * MONTH_DAYS / days, days));
    }

    /** Whether an offering has at least that much data at full speed. What it does not state is not enough. */
    public static boolean fits(Offering offering, Need need) {
        return offering.allowances().data().bytes() instanceof Amount.Unlimited
                || (offering.allowances().data().bytes() instanceof Amount.Limited
                        && need.bytes() <= monthlyBytes(offering));
    }

    /** The data it has for 30 days at full speed; none where it does not say. */
    static double monthlyBytes(Offering offering) {
        return switch (offering.allowances().data().bytes()) {
            case Amount.Unlimited() -> Double.MAX_VALUE;
            case Amount.Unstated() -> 0;
            case Amount.Limited(var bytes) ->
                offering.allowances().data().per() == Allowances.Per.MONTH
                        ? bytes
                        : offering.term()
                                .map(term -> bytes * MONTH_DAYS / OfferTexts.days(term))
                                .orElse(0.0);
        };
    }

    /** Whether what is left counts down over the whole term, not anew each month. */
    private static boolean countedByTerm(Allowances.Data data, Period term) {
        return data.per() == Allowances.Per.TERM || OfferTexts.days(term) <= MONTH_DAYS + 1;
    }

    private static boolean metered(Snapshot reading) {
        return reading.buckets().stream().anyMatch(bucket -> bucket.allowance() == Allowance.DATA_BYTES)
                && reading.buckets().stream()
                        .filter(bucket -> bucket.allowance() == Allowance.DATA_BYTES)
                        .noneMatch(Bucket::unlimited);
    }

    /** Terms that were bought early pile up: then the present one began in the future, and nothing is known. */
    private static long daysSince(Instant ends, Period term, Instant readAt) {
        var began = ends.minus(Duration.ofDays(OfferTexts.days(term)));
        return Duration.between(began, readAt).toDays();
    }
}

package dev.keepline.simulator;

import dev.keepline.carriers.Allowance;
import dev.keepline.carriers.Bucket;
import dev.keepline.carriers.Effect;
import dev.keepline.carriers.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line as the model carrier keeps it: portions of what was bought, each with its end. */
final class ModelLine {

    /** What is left of one thing bought; used up bit by bit. */
    static final class Portion {
        private final Allowance allowance;
        private long left;
        private Optional<Instant> endsAt;

        private Portion(Allowance allowance, long left, Optional<Instant> endsAt) {
            this.allowance = allowance;
            this.left = left;
            this.endsAt = endsAt;
        }

        private boolean there(Instant now) {
            return endsAt.map(now::isBefore).orElse(true);
        }

        private Bucket bucket() {
            return new Bucket(allowance, left, endsAt);
        }
    }

    private final List<Portion> portions = new ArrayList<>();

    ModelLine(long bytes, Instant endsAt) {
        portions.add(new Portion(Allowance.DATA_BYTES, bytes, Optional.of(endsAt)));
        portions.add(new Portion(Allowance.MESSAGES, Bucket.UNLIMITED, Optional.empty()));
    }

    /** As a carrier shows it: what has run out is not listed. */
    Snapshot read(Instant now) {
        return new Snapshot(
                portions.stream().filter(p -> p.there(now)).map(Portion::bucket).toList(), now);
    }

    /** Adds a share of what was bought, without an end: {@link #start} gives it one. */
    Portion add(Effect effect, double share) {
        var portion = switch (effect) {
            case Effect.Plan plan ->
                new Portion(Allowance.DATA_BYTES, (long) (plan.dataBytes() * share), Optional.empty());
            case Effect.Credit credit ->
                new Portion(Allowance.CREDIT_CENTS, (long) (credit.amount().minor() * share), Optional.empty());
        };
        portions.add(portion);
        return portion;
    }

    /** Puts a plan behind what the line has. A share of a plan without counted data is a share of its days. */
    void start(Portion portion, Effect effect, double share, Instant now) {
        if (effect instanceof Effect.Plan plan) {
            var days = Duration.ofDays(plan.days());
            var lasts = plan.dataBytes() == 0 ? Duration.ofSeconds((long) (days.toSeconds() * share)) : days;
            portion.endsAt = Optional.of(read(now).expiresAt().orElse(now).plus(lasts));
        }
    }

    void remove(Portion portion) {
        portions.remove(portion);
    }

    /** The subscriber uses some of what is left. */
    void use(long bytes, Instant now) {
        portions.stream()
                .filter(p -> p.allowance == Allowance.DATA_BYTES && p.left >= bytes && p.there(now))
                .findFirst()
                .ifPresent(p -> p.left -= bytes);
    }
}

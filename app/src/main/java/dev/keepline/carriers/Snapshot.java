package dev.keepline.carriers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The carrier's record of a line at one moment. Shown with its age, compared before and after an order. */
public record Snapshot(List<Bucket> buckets, Instant readAt) {

    public Snapshot {
        buckets = List.copyOf(buckets);
    }

    /** The sum of what is left; unlimited buckets do not count. */
    public long left(Allowance allowance) {
        return buckets.stream()
                .filter(b -> b.allowance() == allowance && !b.unlimited())
                .mapToLong(Bucket::left)
                .sum();
    }

    /** The latest end of anything the line holds: when service stops. Empty when the carrier names no end. */
    public Optional<Instant> expiresAt() {
        return buckets.stream().flatMap(b -> b.expiresAt().stream()).max(Instant::compareTo);
    }
}

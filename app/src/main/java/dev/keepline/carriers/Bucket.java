package dev.keepline.carriers;

import java.time.Instant;
import java.util.Optional;

/**
 * What is left of one allowance, as the carrier records it.
 *
 * @param left in the allowance's unit; {@link #UNLIMITED} where there is no limit
 * @param expiresAt empty where the carrier names none, as for a package that waits for its first use
 */
public record Bucket(Allowance allowance, long left, Optional<Instant> expiresAt) {

    public static final long UNLIMITED = -1;

    public boolean unlimited() {
        return left == UNLIMITED;
    }
}

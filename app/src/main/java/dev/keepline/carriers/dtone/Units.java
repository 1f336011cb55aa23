package dev.keepline.carriers.dtone;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/** DT One's units in ours. Its data units are decimal. A fraction of our unit is not counted as left. */
final class Units {

    private static final Map<String, Long> BYTES =
            Map.of("B", 1L, "KB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L, "TB", 1_000_000_000_000L);

    private static final Map<String, Long> SECONDS =
            Map.of("SECOND", 1L, "SECONDS", 1L, "MINUTE", 60L, "MINUTES", 60L, "HOUR", 3_600L, "HOURS", 3_600L);

    private static final int DIGITS = 18;
    private static final BigDecimal UNLIMITED = BigDecimal.ONE.negate();

    private Units() {}

    static boolean unlimited(BigDecimal amount) {
        return amount.compareTo(UNLIMITED) == 0;
    }

    /** Unlimited data counts as 0 bytes: nothing that could be compared. Empty for a unit we do not know. */
    static Optional<Long> bytes(BigDecimal amount, String unit) {
        return unlimited(amount) ? Optional.of(0L) : times(amount, BYTES, unit);
    }

    static Optional<Long> seconds(BigDecimal amount, String unit) {
        return times(amount, SECONDS, unit);
    }

    private static Optional<Long> times(BigDecimal amount, Map<String, Long> units, String unit) {
        return Optional.ofNullable(units.get(unit)).flatMap(size -> whole(amount.multiply(BigDecimal.valueOf(size))));
    }

    /** Empty for a number no line can hold. */
    static Optional<Long> whole(BigDecimal amount) {
        var floor = amount.setScale(0, RoundingMode.FLOOR);
        return floor.precision() <= DIGITS ? Optional.of(floor.longValueExact()) : Optional.empty();
    }
}

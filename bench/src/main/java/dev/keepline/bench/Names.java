package dev.keepline.bench;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** What the stored people and lines are called: always the same, and spread as random ids are. */
final class Names {

    private static final long ACCOUNT = 1;
    private static final long LINE = 2;
    private static final long SESSION = 3;

    private Names() {}

    static UUID account(long n) {
        return id(ACCOUNT, n);
    }

    static UUID line(long n) {
        return id(LINE, n);
    }

    static UUID session(long n) {
        return id(SESSION, n);
    }

    /** The cookie of somebody signed in whose session is stored as {@link #session}. */
    static String cookie(long n) {
        byte[] id = session(n).toString().getBytes(StandardCharsets.US_ASCII);
        return "keepline=" + Base64.getEncoder().encodeToString(id);
    }

    /**
     * Of the sandbox's own range, which no operator issues; 20 digits, the last a check digit. The last but one is never 0:
     * numbers that end in 00 to 07 are refused on purpose by the aggregator's test rule.
     */
    static String iccid(long n) {
        String digits = "8901999" + String.format("%012d", n / 9 * 10 + 1 + n % 9);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** A version-4 id from SplitMix64 of kind and number. */
    private static UUID id(long kind, long n) {
        long high = mixed(kind << 56 ^ n);
        long low = mixed(high ^ n);
        return new UUID((high & ~0xF000L) | 0x4000L, (low & 0x3FFF_FFFF_FFFF_FFFFL) | Long.MIN_VALUE);
    }

    private static long mixed(long seed) {
        long z = seed + 0x9E37_79B9_7F4A_7C15L;
        z = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
        return z ^ z >>> 31;
    }
}

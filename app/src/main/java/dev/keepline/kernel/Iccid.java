package dev.keepline.kernel;

import java.util.Optional;

/**
 * The number of a SIM profile: 19 or 20 digits, the first two {@code 89}, the last a Luhn check digit (ITU-T E.118).
 * A trailing F, the padding of 19-digit numbers in ES2+, is dropped.
 */
public record Iccid(String digits) {

    public Iccid {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("not an ICCID");
        }
    }

    /** Reads what people and files write: spaces, hyphens and a padding F are ignored. Empty when it is none. */
    public static Optional<Iccid> parse(String text) {
        var bare = text.strip().replaceAll("[ -]", "").replaceAll("[Ff]$", "");
        return isValid(bare) ? Optional.of(new Iccid(bare)) : Optional.empty();
    }

    private static boolean isValid(String digits) {
        return digits.matches("89[0-9]{17,18}") && luhn(digits);
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    /** For logs: only the last four digits, since the whole number together with a PIN can move a line. */
    @Override
    public String toString() {
        return "…" + digits.substring(digits.length() - 4);
    }
}

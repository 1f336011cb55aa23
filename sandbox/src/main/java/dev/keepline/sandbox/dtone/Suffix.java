package dev.keepline.sandbox.dtone;

import java.time.Duration;

/**
 * The vendor's sandbox rule: the last three digits of the mobile or account number choose how an order ends and when.
 * x00 to x07 name the end; a first digit of 1, 2 or 3 before them delays it by 3 s, 20 s or 5 minutes.
 */
record Suffix(Status end, boolean pin, Duration delay) {

    static Suffix of(String number) {
        if (!number.matches(".*[0-9]{3}")) {
            return new Suffix(Status.COMPLETED, false, Duration.ZERO);
        }
        String last = number.substring(number.length() - 3);
        int end = Integer.parseInt(last.substring(1));
        if (end > 7) {
            return new Suffix(Status.COMPLETED, false, Duration.ZERO);
        }
        return new Suffix(status(end), end == 1, delay(last.charAt(0)));
    }

    private static Status status(int end) {
        return switch (end) {
            case 2 -> Status.DECLINED_INVALID_CREDIT_PARTY;
            case 3 -> Status.DECLINED_BARRED_CREDIT_PARTY;
            case 4 -> Status.DECLINED_OPERATOR_CURRENTLY_UNAVAILABLE;
            case 5 -> Status.DECLINED_DUPLICATED_TRANSACTION;
            case 6 -> Status.DECLINED;
            case 7 -> Status.DECLINED_EXCEPTION;
            default -> Status.COMPLETED;
        };
    }

    private static Duration delay(char first) {
        return switch (first) {
            case '1' -> Duration.ofSeconds(3);
            case '2' -> Duration.ofSeconds(20);
            case '3' -> Duration.ofMinutes(5);
            default -> Duration.ZERO;
        };
    }
}

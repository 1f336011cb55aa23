package dev.keepline.sandbox.dtone;

/** Numbers printed on SIMs (ITU-T E.118): 18 to 20 digits, the last a Luhn check digit. */
final class Iccids {

    /** Numbers that begin so exist from their first mention: the sandbox's own range, which no operator issues. */
    static final String TEST_RANGE = "8901999";

    private Iccids() {}

    static boolean valid(String text) {
        return text.matches("89[0-9]{16,18}") && luhn(text) == 0;
    }

    /** The eSIM with this serial number in the test range, 20 digits with the check digit. */
    static String issue(long serial) {
        String digits = TEST_RANGE + String.format("%012d", serial);
        return digits + (10 - luhn(digits + "0")) % 10;
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10;
    }
}

package dev.keepline.catalog.yaml;

import dev.keepline.catalog.Allowances;
import dev.keepline.catalog.Amount;
import dev.keepline.kernel.Money;
import java.math.BigDecimal;
import java.time.Period;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Plain values as the files write them. Each refuses what it does not know with {@link IllegalArgumentException}. */
final class Scalars {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,9})?");
    private static final Pattern MONEY = Pattern.compile("(" + DECIMAL.pattern() + ") ([A-Z]{3})");

    private Scalars() {}

    static String text(String text) {
        return text;
    }

    static BigDecimal decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("not a plain decimal number: '" + text + "'");
        }
        return new BigDecimal(text);
    }

    /** A number of days, kilobits and the like. */
    static int count(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("not a whole number: '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    /** {@code 12.00 USD}. */
    static Money money(String text) {
        var parts = MONEY.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "an amount with its currency is expected, as '12.00 USD', not '" + text + "'");
        }
        return exact(decimal(parts.group(1)), Currency.getInstance(parts.group(3)));
    }

    private static Money exact(BigDecimal amount, Currency currency) {
        try {
            return Money.exact(amount, currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(amount + " is finer than the smallest unit of " + currency, e);
        }
    }

    /** {@code 8.875} percent as a rate of 0.08875. */
    static BigDecimal percent(String text) {
        var percent = decimal(text);
        if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("more than 100 percent: " + text);
        }
        return percent.movePointLeft(2);
    }

    /** {@code P30D}, {@code P3M}. */
    static Period period(String text) {
        var period = Period.parse(text);
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("longer than nothing is expected, not " + text);
        }
        return period;
    }

    static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false is expected, not '" + text + "'");
        };
    }

    static Amount amount(String text) {
        return text.equals("unlimited") ? new Amount.Unlimited() : new Amount.Limited(count(text));
    }

    /** Gigabytes, in bytes. */
    static Amount gigabytes(String text) {
        return text.equals("unlimited")
                ? new Amount.Unlimited()
                : new Amount.Limited(decimal(text)
                        .multiply(BigDecimal.valueOf(Allowances.BYTES_PER_GB))
                        .longValueExact());
    }

    /** One of the constants, written in lower case. */
    static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(each -> code(each).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is none of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Scalars::code)
                                .toList()));
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

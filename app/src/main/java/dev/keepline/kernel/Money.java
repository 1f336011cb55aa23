package dev.keepline.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in the smallest unit of its currency (cents for USD, yen for JPY). May be negative only as a difference.
 *
 * <p>Arithmetic is exact: an overflow throws. The only rounding in Keepline is {@link #share}.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    /** US dollars, the currency of every carrier Keepline renews with today. */
    public static final Currency USD = Currency.getInstance("USD");

    /** Cents of a US dollar. */
    public static Money usd(long cents) {
        return new Money(cents, USD);
    }

    /** Nothing, in the given currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * Exactly the decimal amount, for example {@code 29.85} of USD.
     *
     * @throws ArithmeticException when the amount is finer than the currency's smallest unit
     */
    public static Money exact(BigDecimal amount, Currency currency) {
        return new Money(
                amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
    }

    /** This amount as a decimal number with the currency's own scale. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    /** The given fraction of this amount, rounded half up to the smallest unit: the one place where Keepline rounds. */
    public Money share(BigDecimal rate) {
        return new Money(
                BigDecimal.valueOf(minor)
                        .multiply(rate)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact(),
                currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    /** By amount. @throws IllegalArgumentException across currencies: those have no order. */
    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }

    /** For logs and errors, never for pages: {@code USD 29.85}. */
    @Override
    public String toString() {
        return currency + " " + decimal().toPlainString();
    }
}

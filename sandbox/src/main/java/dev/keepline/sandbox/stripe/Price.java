package dev.keepline.sandbox.stripe;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Minor units as people read them. */
final class Price {

    private Price() {}

    static String text(long minor, String currency, Locale locale) {
        String code = currency.toUpperCase(Locale.ROOT);
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(available -> available.getCurrencyCode().equals(code));
        if (!known) return minor + " " + code;
        var unit = Currency.getInstance(code);
        int digits = Math.max(0, unit.getDefaultFractionDigits());
        var format = NumberFormat.getCurrencyInstance(locale.getLanguage().equals("zh") ? Locale.CHINA : Locale.US);
        format.setCurrency(unit);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(minor, digits));
    }
}

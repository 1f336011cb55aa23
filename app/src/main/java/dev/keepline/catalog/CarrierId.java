package dev.keepline.catalog;

import java.util.regex.Pattern;

/** A carrier as Keepline names it: {@code att-prepaid}, {@code tmobile-prepaid}, {@code google-fi}. */
public record CarrierId(String value) implements Comparable<CarrierId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public CarrierId {
        if (value.length() > 40 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a carrier id: '" + value + "'");
        }
    }

    @Override
    public int compareTo(CarrierId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

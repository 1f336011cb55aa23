package dev.keepline.catalog;

import java.util.regex.Pattern;

/** Something a carrier sells, as Keepline names it: {@code sandbox-monthly}. The same through all its versions. */
public record OfferingId(String value) implements Comparable<OfferingId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public OfferingId {
        if (value.length() > 60 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an offering id: '" + value + "'");
        }
    }

    @Override
    public int compareTo(OfferingId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

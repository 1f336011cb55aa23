package dev.keepline.catalog;

/** A carrier as Keepline names it: {@code att-prepaid}, {@code tmobile-prepaid}, {@code google-fi}. */
public record CarrierId(String value) implements Comparable<CarrierId> {

    public CarrierId {
        if (!Slug.fits(value, 40)) {
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

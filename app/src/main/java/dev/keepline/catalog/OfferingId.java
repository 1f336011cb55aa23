package dev.keepline.catalog;

/** Something a carrier sells, as Keepline names it: {@code sandbox-monthly}. The same through all its versions. */
public record OfferingId(String value) implements Comparable<OfferingId> {

    public OfferingId {
        if (!Slug.fits(value, 60)) {
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

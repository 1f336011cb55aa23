package dev.keepline.catalog.yaml;

import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Offering;
import dev.keepline.catalog.OfferingVersion;

/** An offering as text that says all of it and always the same way: what is stored, and what its version is made of. */
public final class OfferingText {

    private OfferingText() {}

    public static String write(Offering offering) {
        return OfferingWriter.write(offering);
    }

    /** What {@link #write} wrote. @throws IllegalArgumentException when it is something else */
    public static Offering read(CarrierId carrier, String text) {
        try {
            return OfferingReader.read(carrier, YamlFile.parse("stored offering", text));
        } catch (Rejected rejected) {
            throw new IllegalArgumentException(rejected.getMessage(), rejected);
        }
    }

    public static OfferingVersion version(Offering offering) {
        return new OfferingVersion(Digest.of(offering.carrier() + "\n" + write(offering)));
    }
}

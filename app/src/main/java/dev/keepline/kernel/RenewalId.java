package dev.keepline.kernel;

import java.util.UUID;

/** One renewal of one line: the order, from intent to proof. */
public record RenewalId(UUID value) {

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static RenewalId parse(String text) {
        return new RenewalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package dev.keepline.kernel;

import java.util.UUID;

/** An all-in price offered for a while. */
public record QuoteId(UUID value) {

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static QuoteId parse(String text) {
        return new QuoteId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package dev.keepline.kernel;

import java.util.UUID;

/** A subscribed line of one account. */
public record LineId(UUID value) {

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static LineId parse(String text) {
        return new LineId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

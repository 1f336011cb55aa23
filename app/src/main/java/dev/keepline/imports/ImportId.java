package dev.keepline.imports;

import java.util.UUID;

/** One uploaded file of lines. */
public record ImportId(UUID value) {

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static ImportId parse(String text) {
        return new ImportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package dev.keepline.kernel;

import java.util.UUID;

/** Something a person has to decide, with the facts that led to it. */
public record CaseId(UUID value) {

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static CaseId parse(String text) {
        return new CaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

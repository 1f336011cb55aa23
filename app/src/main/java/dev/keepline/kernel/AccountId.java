package dev.keepline.kernel;

import java.util.UUID;

/** A customer of the operator: the unit by which all data is stored, locked and one day sharded. */
public record AccountId(UUID value) {

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static AccountId parse(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

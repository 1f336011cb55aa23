package dev.keepline.kernel;

import java.util.UUID;

/** What a subscriber and the operator write to each other about one matter. */
public record ConversationId(UUID value) {

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static ConversationId parse(String text) {
        return new ConversationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

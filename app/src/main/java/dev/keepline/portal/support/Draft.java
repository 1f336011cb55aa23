package dev.keepline.portal.support;

import dev.keepline.portal.words.Shown;
import java.util.Optional;
import java.util.UUID;

/**
 * A text field with what was typed into it.
 *
 * @param key sent along, so that the same form sent twice is written once
 * @param problem why it was not sent
 */
public record Draft(UUID key, String text, Optional<Shown> problem) {

    /** An empty field. */
    public static Draft empty(UUID key) {
        return new Draft(key, "", Optional.empty());
    }
}

package dev.keepline.identity;

import dev.keepline.notifications.Letter;
import java.util.Map;
import java.util.Optional;

/** Puts a letter into words of its reader's language. The portal, which owns the words, is the one that does. */
@FunctionalInterface
public interface LetterWriter {

    /**
     * @param kind chooses the words
     * @param facts that the words need, by name
     * @param path of the page its one button leads to
     */
    Letter write(Recipient to, String kind, Map<String, Object> facts, Optional<String> path);
}

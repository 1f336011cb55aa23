package dev.keepline.notifications;

import dev.keepline.kernel.AccountId;
import java.util.Map;

/**
 * Something a person should know.
 *
 * @param kind chooses the words, for example {@code renewal.renewed}
 * @param reference what it is about; with the kind unique within an account, so that a fact is told once
 * @param facts that the words need, by name
 */
public record Message(AccountId account, String kind, String reference, Map<String, String> facts) {

    public Message {
        facts = Map.copyOf(facts);
    }
}

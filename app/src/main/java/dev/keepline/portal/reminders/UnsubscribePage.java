package dev.keepline.portal.reminders;

import dev.keepline.portal.words.Shown;
import java.util.List;

/**
 * Ends reminders, or begins them again, without signing in: of the number that a letter was about, or a kind for all numbers.
 *
 * @param path where the form is sent
 */
public record UnsubscribePage(String path, Shown headline, List<Choice> choices) {

    /**
     * One thing to end or to begin again.
     *
     * @param name what it is about
     * @param said what is sent about it now
     * @param act the words of its button
     * @param value what the button sends
     */
    public record Choice(Shown name, Shown said, Shown act, String value) {}
}

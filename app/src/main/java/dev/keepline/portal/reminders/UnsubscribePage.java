package dev.keepline.portal.reminders;

import dev.keepline.portal.words.Shown;

/**
 * Ends a kind of reminder, or begins it again, without signing in.
 *
 * @param wanted whether letters of this kind go out now
 */
public record UnsubscribePage(String path, Shown headline, Shown kind, boolean wanted) {}

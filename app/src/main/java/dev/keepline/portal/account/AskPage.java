package dev.keepline.portal.account;

import dev.keepline.portal.frame.LocalPath;
import dev.keepline.portal.words.Shown;
import java.util.Optional;

/**
 * The form that asks for a link by e-mail.
 *
 * @param kind {@code signup} or {@code recover}: chooses words and path
 * @param email what was typed, kept when it did not work
 * @param next the page to go on to afterwards
 */
public record AskPage(String kind, String email, String next, Optional<Shown> problem) {

    /** The address of another page of ours that knows where to go on to. */
    public String to(String page) {
        return LocalPath.with(page, next);
    }
}

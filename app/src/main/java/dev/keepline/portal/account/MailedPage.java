package dev.keepline.portal.account;

import dev.keepline.portal.frame.LocalPath;

/**
 * What to do now that a letter is on its way, or would be if there were such an account: it looks the same.
 *
 * @param kind {@code signup} or {@code recover}
 * @param email as it was typed
 * @param next the page to go on to afterwards
 */
public record MailedPage(String kind, String email, String next) {

    /** The address of another page of ours that knows where to go on to. */
    public String to(String page) {
        return LocalPath.with(page, next);
    }
}

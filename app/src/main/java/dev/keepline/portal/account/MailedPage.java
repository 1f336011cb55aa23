package dev.keepline.portal.account;

/**
 * What to do now that a letter is on its way, or would be if there were such an account: it looks the same.
 *
 * @param kind {@code signup} or {@code recover}
 * @param email as it was typed
 */
public record MailedPage(String kind, String email) {}

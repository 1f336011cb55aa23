package dev.keepline.portal.account;

/**
 * A link that was used or is too old, and how to get another.
 *
 * @param kind {@code signup}, {@code recover} or {@code email}
 */
public record GonePage(String kind) {

    /** Where another is to be had. */
    public String again() {
        return kind.equals("email") ? "/settings" : "/" + kind;
    }
}

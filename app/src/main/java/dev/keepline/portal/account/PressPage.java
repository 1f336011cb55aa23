package dev.keepline.portal.account;

/**
 * A link whose work is done by pressing a button, because programs that check mail follow links and press none.
 *
 * @param action where the button leads
 * @param kind {@code confirm} or {@code undo}
 * @param email the address it is about
 */
public record PressPage(String action, String kind, String email, String token) {}

package dev.keepline.portal.account;

import dev.keepline.portal.words.Shown;
import java.util.Optional;

/**
 * A link whose work is done by pressing a button, because programs that check mail follow links and press none.
 *
 * @param action where the button leads
 * @param kind {@code confirm} or {@code undo}
 * @param about what account and which address it is about
 * @param password whether the account's password is asked for
 */
public record PressPage(
        String action, String kind, About about, String token, boolean password, Optional<Shown> problem) {

    /**
     * @param account the address the account has now
     * @param email the address it will have
     */
    public record About(String account, String email) {}
}

package dev.keepline.imports;

import dev.keepline.notifications.Letter;
import java.time.Instant;

/** Puts words to invitations: whoever makes pages knows the words. */
@FunctionalInterface
public interface InvitationLetters {

    /**
     * The letter to one address.
     *
     * @param token that opens the invitation; stands in the letter and nowhere else
     * @param lines how many lines wait to be claimed
     */
    Letter invitation(String email, String token, int lines, Instant expiresAt);
}

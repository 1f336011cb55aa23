package dev.keepline.imports;

import dev.keepline.notifications.Letter;
import java.time.Instant;
import java.util.Optional;

/** Puts words to invitations: whoever makes pages knows the words. */
public interface InvitationLetters {

    /**
     * The letter to one address.
     *
     * @param token that opens the invitation; stands in the letter and nowhere else
     * @param lines how many lines wait to be claimed
     */
    Letter invitation(To to, String token, int lines, Instant expiresAt);

    /** Whether letters are written in the language of that tag (BCP 47). */
    boolean speaks(String tag);

    /** @param language of the letter, a BCP 47 tag; every language there is where nobody said */
    record To(String email, Optional<String> language) {}
}

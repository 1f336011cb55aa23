package dev.keepline.imports;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A line that the operator brought along, as the console shows it: claimed or not.
 *
 * @param claimedBy whose it is, once claimed
 */
public record BroughtLine(LineId id, Named named, Told told, Sent sent, Optional<AccountId> claimedBy) {

    /** What it is known by. Number in E.164. */
    public record Named(String reference, String email, Optional<String> number, Optional<String> iccid) {}

    /**
     * What the operator's file says of it.
     *
     * @param endsOn the first day without service
     */
    public record Told(
            ImportId file, Instant at, String carrier, Optional<String> offering, Optional<LocalDate> endsOn) {}

    /**
     * How its holder was invited.
     *
     * @param refused what the mail server said when it would not take the letter
     */
    public record Sent(State state, Optional<Instant> at, Optional<String> refused) {}

    /** How far its holder has come. */
    public enum State {
        /** Nobody was invited, or the invitation has run out. */
        UNINVITED,
        /** Invited: the letter left or is on its way. */
        INVITED,
        /** Invited, and the mail server refused the letter. */
        REFUSED,
        CLAIMED
    }

    /** Whether it can still be taken back. */
    public boolean claimed() {
        return claimedBy.isPresent();
    }
}

package dev.keepline.imports;

import dev.keepline.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An invitation that a token opens, with the lines it lets somebody claim.
 *
 * @param email it was sent to
 * @param usedBy the account that used it; it opens for nobody else any more
 */
public record Invitation(String email, Instant expiresAt, Optional<AccountId> usedBy, List<ImportedLine> lines) {

    public Invitation {
        lines = List.copyOf(lines);
    }
}

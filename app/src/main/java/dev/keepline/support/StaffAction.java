package dev.keepline.support;

import dev.keepline.kernel.AccountId;
import java.time.Instant;

/**
 * What somebody of the operator did or looked at.
 *
 * @param account whom it concerns; the searcher's own for a search
 * @param action for example {@code renewal.STOP} or {@code customer.look}
 * @param reference what it was done to, by its id, or what was searched for
 * @param reason in the words of who did it; empty for a look
 * @param outcome for example {@code DONE}
 */
public record StaffAction(
        AccountId account,
        AccountId staff,
        String action,
        String reference,
        String reason,
        String outcome,
        Instant at) {}

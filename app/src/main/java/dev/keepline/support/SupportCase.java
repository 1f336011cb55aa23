package dev.keepline.support;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.CaseId;
import dev.keepline.kernel.RenewalId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something a person of the operator has to look at.
 *
 * @param kind for example {@code CARRIER_SILENT}
 * @param facts for people, in English
 * @param owner who answers for it
 */
public record SupportCase(
        AccountId account,
        CaseId id,
        Optional<RenewalId> renewal,
        String kind,
        String facts,
        Instant openedAt,
        String owner) {

    /** The person of staff who sees to it; empty while nobody does. */
    public Optional<AccountId> assignee() {
        return owner.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(AccountId.parse(owner))
                : Optional.empty();
    }
}

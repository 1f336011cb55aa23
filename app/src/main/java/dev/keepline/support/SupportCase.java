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
        String owner) {}

package dev.keepline.observe;

import dev.keepline.jobs.DueJobs;
import dev.keepline.kernel.Money;
import dev.keepline.ledger.LedgerPass;
import dev.keepline.notifications.LetterQueue;
import dev.keepline.payments.InboxBacklog;
import dev.keepline.renewal.RenewalFigures;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Everything that is counted in the database or asked of others, each by one reader for metrics and pages alike.
 *
 * @param books what the last walk over the whole ledger found
 * @param floats what each connector says of our balance there, by its name
 */
public record Samples(
        Sample<RenewalFigures.Figures> renewals,
        Sample<Work> work,
        Sample<LetterQueue.Waiting> letters,
        Sample<InboxBacklog.Waiting> webhooks,
        Sample<LedgerPass> books,
        SortedMap<String, Sample<Money>> floats) {

    /** @param setAside jobs in quarantine */
    public record Work(List<DueJobs.Backlog> backlogs, long setAside) {}

    /** Each of them. */
    public Stream<Sample<?>> all() {
        return Stream.concat(Stream.<Sample<?>>of(renewals, work, letters, webhooks, books), floats.values().stream());
    }
}

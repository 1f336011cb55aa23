package dev.keepline.lines.refresh;

import dev.keepline.carriers.Snapshot;
import dev.keepline.database.Transactions;
import dev.keepline.jobs.Claim;
import dev.keepline.jobs.JobHandler;
import dev.keepline.jobs.Leases;
import dev.keepline.jobs.Next;
import dev.keepline.jobs.Settlement;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Outcome;
import dev.keepline.lines.Line;
import dev.keepline.lines.Refresh;
import dev.keepline.lines.store.LineRows;
import dev.keepline.lines.store.RefreshRows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Asks the carrier about one line, and keeps what it said with the time it said it. */
public final class RefreshJob implements JobHandler {

    private static final String KIND = "line-refresh";

    /** How long to stand aside when the connector has as many questions as it is allowed. */
    private static final Duration QUEUE = Duration.ofSeconds(1);

    private final Readers readers;
    private final Books books;
    private final Leases leases;
    private final Transactions transactions;
    private final InstantSource clock;

    RefreshJob(Readers readers, Books books, Leases leases, Transactions transactions, InstantSource clock) {
        this.readers = readers;
        this.books = books;
        this.leases = leases;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Where it is kept. */
    record Books(LineRows lines, RefreshRows refreshes) {}

    /** Names the job of a line. */
    public static WakeRef ref(AccountId account, LineId line) {
        return new WakeRef(KIND, account, line.toString());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Next step(Claim claim) {
        var account = claim.job().account();
        var id = LineId.parse(claim.job().key());
        Optional<Line> line =
                transactions.inAccount(account, () -> books.lines().one(account, id));
        var reader = line.flatMap(readers::reader);
        if (reader.isEmpty()) {
            // A connector that was taken away since: whoever waits is told, and nothing is asked.
            line.ifPresent(found -> keep(claim, clock.instant(), Refresh.Result.NO_ANSWER, Optional.empty()));
            return new Next.Rest();
        }
        var sentAt = clock.instant();
        var outcome = reader.get().read();
        if (outcome.isEmpty()) {
            return new Next.At(sentAt.plus(QUEUE));
        }
        switch (outcome.get()) {
            case Outcome.Done(var snapshot) -> keep(claim, sentAt, Refresh.Result.READ, Optional.of(snapshot));
            case Outcome.Refused<Snapshot> _ -> keep(claim, sentAt, Refresh.Result.NO_RECORD, Optional.empty());
            case Outcome.Accepted<Snapshot> _, Outcome.NotDone<Snapshot> _, Outcome.Unknown<Snapshot> _ ->
                keep(claim, sentAt, Refresh.Result.NO_ANSWER, Optional.empty());
        }
        return new Next.Rest();
    }

    private void keep(Claim claim, Instant sentAt, Refresh.Result result, Optional<Snapshot> snapshot) {
        var account = claim.job().account();
        var line = LineId.parse(claim.job().key());
        transactions.inAccount(account, () -> {
            if (leases.extend(claim, leases.usual()) == Settlement.FENCED) {
                return;
            }
            snapshot.ifPresent(read -> books.lines().keepReading(account, line, read));
            books.refreshes().answered(account, line, sentAt, new Refresh.Answer(result, clock.instant()));
        });
    }

    @Override
    public void quarantined(WakeRef job, String cause) {
        var now = clock.instant();
        books.refreshes()
                .answered(
                        job.account(), LineId.parse(job.key()), now, new Refresh.Answer(Refresh.Result.NO_ANSWER, now));
    }
}

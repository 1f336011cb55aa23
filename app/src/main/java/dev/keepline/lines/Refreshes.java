package dev.keepline.lines;

import dev.keepline.database.Transactions;
import dev.keepline.jobs.Jobs;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.lines.refresh.Readers;
import dev.keepline.lines.refresh.RefreshJob;
import dev.keepline.lines.refresh.RefreshSettings;
import dev.keepline.lines.store.RefreshRows;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Has carriers asked about lines when somebody wants to know. A leased job asks; the person may close the page. */
@Service
public class Refreshes {

    private final RefreshRows rows;
    private final Readers readers;
    private final Jobs jobs;
    private final Transactions transactions;
    private final RefreshSettings settings;

    Refreshes(RefreshRows rows, Readers readers, Jobs jobs, Transactions transactions, RefreshSettings settings) {
        this.rows = rows;
        this.readers = readers;
        this.jobs = jobs;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** What came of asking to ask. */
    public sealed interface Asked {

        /** The carrier is being asked. */
        record Asking() implements Asked {}

        /** It was asked a moment ago: nobody is asked again before that time. */
        record TooSoon(Instant again) implements Asked {}

        /** Nobody can be asked about this line. */
        record NoRoad() implements Asked {}
    }

    /** Whether somebody can be asked about this line. */
    public boolean possible(Line line) {
        return readers.reader(line).isPresent();
    }

    /** Has the carrier asked now, unless it was asked within the waiting time of this line. */
    public Asked ask(Line line, Instant now) {
        if (!possible(line)) {
            return new Asked.NoRoad();
        }
        return transactions.inAccount(line.account(), () -> {
            if (rows.ask(line.account(), line.id(), now, settings.pause())) {
                jobs.scheduleNow(RefreshJob.ref(line.account(), line.id()));
                return new Asked.Asking();
            }
            return rows.last(line.account(), line.id())
                    .<Asked>map(last -> new Asked.TooSoon(last.askedAt().plus(settings.pause())))
                    .orElseGet(Asked.Asking::new);
        });
    }

    /** The last question about a line; empty when there was none. */
    public Optional<Refresh> last(AccountId account, LineId line) {
        return transactions.oneStatement(account, () -> rows.last(account, line));
    }
}

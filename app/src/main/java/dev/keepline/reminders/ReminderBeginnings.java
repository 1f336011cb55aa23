package dev.keepline.reminders;

import dev.keepline.database.Transactions;
import dev.keepline.jobs.Claim;
import dev.keepline.jobs.JobHandler;
import dev.keepline.jobs.Jobs;
import dev.keepline.jobs.Next;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives every account with lines its reminders' job, some at a time: one such job for the whole server. */
final class ReminderBeginnings implements JobHandler {

    static final String KIND = "reminders-begin";

    /** The operator's own account. */
    private static final AccountId OPERATOR = new AccountId(new UUID(0, 0));

    private static final Duration REST = Duration.ofMinutes(5);
    private static final int SOME = 200;
    private static final Logger LOG = LoggerFactory.getLogger(ReminderBeginnings.class);

    private final ReminderRows rows;
    private final Transactions transactions;
    private final Jobs jobs;
    private final InstantSource clock;

    ReminderBeginnings(ReminderRows rows, Transactions transactions, Jobs jobs, InstantSource clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Makes sure that this job itself is there. */
    void begin() {
        jobs.scheduleNow(new WakeRef(KIND, OPERATOR, "all"));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Next step(Claim claim) {
        var fresh = transactions.outsideAccounts(() -> rows.without(ReminderJob.KIND, ReminderJob.KEY, SOME));
        fresh.forEach(account -> jobs.scheduleNow(ReminderJob.ref(account)));
        var now = clock.instant();
        return new Next.At(fresh.size() == SOME ? now : now.plus(REST));
    }

    @Override
    public void quarantined(WakeRef job, String cause) {
        LOG.error("no account begins to get reminders any more: {}", cause);
    }
}

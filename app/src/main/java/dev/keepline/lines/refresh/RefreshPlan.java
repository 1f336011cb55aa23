package dev.keepline.lines.refresh;

import dev.keepline.catalog.CarrierId;
import dev.keepline.database.Transactions;
import dev.keepline.jobs.Claim;
import dev.keepline.jobs.JobHandler;
import dev.keepline.jobs.Jobs;
import dev.keepline.jobs.Next;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import dev.keepline.lines.ReadingRules;
import dev.keepline.lines.store.RefreshRows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the records of managed lines read again before they are a day old: every few minutes the oldest, no more than the
 * budget allows, spread evenly over the time until the next look.
 */
final class RefreshPlan implements JobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshPlan.class);

    private static final String KIND = "line-refresh-plan";

    /** The operator's own account, under which work is booked that belongs to no customer. */
    private static final WakeRef JOB = new WakeRef(KIND, new AccountId(new UUID(0, 0)), "all");

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration RETRY = Duration.ofHours(1);

    private final RefreshRows rows;
    private final Sources sources;
    private final Jobs jobs;
    private final Transactions transactions;
    private final InstantSource clock;

    RefreshPlan(RefreshRows rows, Sources sources, Jobs jobs, Transactions transactions, InstantSource clock) {
        this.rows = rows;
        this.sources = sources;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Who can be asked, about whose lines, how often. */
    record Sources(Readers readers, ReadingRules rules, RefreshSettings settings) {}

    /** Begins to look, a little after the start. */
    void begin() {
        jobs.schedule(JOB, clock.instant().plus(Duration.ofMinutes(1)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Next step(Claim claim) {
        var now = clock.instant();
        sources.readers().ids().forEach(connector -> plan(connector, now));
        return new Next.At(now.plus(EVERY));
    }

    private void plan(String connector, Instant now) {
        int budget = Math.toIntExact(sources.settings().perMinute() * EVERY.toMinutes());
        var carriers = sources.rules().carriers(connector).stream()
                .map(CarrierId::value)
                .toList();
        var readBefore = now.minus(sources.settings().stale());
        var stale = transactions.outsideAccounts(() -> rows.stale(carriers, readBefore, now.minus(RETRY), budget));
        for (int i = 0; i < stale.size(); i++) {
            var line = stale.get(i);
            jobs.schedule(
                    RefreshJob.ref(line.account(), line.line()),
                    now.plus(EVERY.multipliedBy(i).dividedBy(budget)));
        }
    }

    @Override
    public void quarantined(WakeRef job, String cause) {
        LOG.error("managed lines are not read by themselves any more: {}", cause);
    }
}

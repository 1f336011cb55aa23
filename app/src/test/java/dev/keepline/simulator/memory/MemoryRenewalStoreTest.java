package dev.keepline.simulator.memory;

import dev.keepline.jobs.Claim;
import dev.keepline.jobs.WakeRef;
import dev.keepline.ledger.LedgerAccount;
import dev.keepline.renewal.engine.RenewalStore;
import dev.keepline.renewal.engine.RenewalStoreContract;
import dev.keepline.renewal.engine.Sample;
import dev.keepline.renewal.engine.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The store of the simulator does what the real one does. */
class MemoryRenewalStoreTest extends RenewalStoreContract {

    private final MemoryJobs jobs = new MemoryJobs();
    private final MemoryJournal journal = new MemoryJournal();
    private final MemoryRenewalStore store = new MemoryRenewalStore(jobs, journal);

    @Override
    protected RenewalStore store() {
        return store;
    }

    @Override
    protected void prepare(Terms terms) {
        // Nothing here refers to anything.
    }

    @Override
    protected Optional<Claim> claim(WakeRef job) {
        return jobs.claim(job, now(), Duration.ofMinutes(1));
    }

    @Override
    protected void wake(WakeRef job) {
        jobs.wake(job, now());
    }

    @Override
    protected void endLease(WakeRef job) {
        jobs.endLease(job);
    }

    @Override
    protected Instant now() {
        return Sample.T0;
    }

    @Override
    protected Optional<String> plan(Terms terms) {
        return store.plan(terms);
    }

    @Override
    protected Seen seen(Terms terms) {
        var account = terms.account();
        return new Seen(
                journal.of(account),
                journal.balance(account, LedgerAccount.CUSTOMER_HOLD),
                store.notices(account, terms.id()),
                store.cases(account, terms.id()).keySet(),
                store.lineHas(account, terms.id()));
    }
}

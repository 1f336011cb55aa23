package dev.keepline.renewal.engine;

import dev.keepline.jobs.Claim;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.RenewalId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store that does as another does: for those who watch or disturb a part of it and override just that. */
public abstract class ForwardingStore implements RenewalStore {

    protected final RenewalStore store;

    protected ForwardingStore(RenewalStore store) {
        this.store = store;
    }

    @Override
    public Committed begin(Terms terms, Decision first) {
        return store.begin(terms, first);
    }

    @Override
    public Optional<Stored> load(AccountId account, RenewalId id) {
        return store.load(account, id);
    }

    @Override
    public Optional<Stored> current(AccountId account, LineId line, int segment) {
        return store.current(account, line, segment);
    }

    @Override
    public List<Stored> recent(AccountId account, int limit) {
        return store.recent(account, limit);
    }

    @Override
    public List<Stored> ofLine(AccountId account, LineId line, int limit) {
        return store.ofLine(account, line, limit);
    }

    @Override
    public List<Stored> unfinished(AccountId account) {
        return store.unfinished(account);
    }

    @Override
    public List<Passage> history(AccountId account, RenewalId id) {
        return store.history(account, id);
    }

    @Override
    public Map<RenewalId, List<Passage>> histories(AccountId account, Collection<RenewalId> ids) {
        return store.histories(account, ids);
    }

    @Override
    public Committed commit(Claim claim, Stored before, Decision decision, Cause cause, Instant now) {
        return store.commit(claim, before, decision, cause, now);
    }
}

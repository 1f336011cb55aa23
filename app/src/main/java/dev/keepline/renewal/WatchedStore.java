package dev.keepline.renewal;

import dev.keepline.jobs.Claim;
import dev.keepline.renewal.engine.Cause;
import dev.keepline.renewal.engine.Decision;
import dev.keepline.renewal.engine.ForwardingStore;
import dev.keepline.renewal.engine.RenewalStore;
import dev.keepline.renewal.engine.Stage;
import dev.keepline.renewal.engine.Terms;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log, and whoever watches, of each stage that was committed. */
final class WatchedStore extends ForwardingStore {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedStore.class);

    private final Told told;

    WatchedStore(RenewalStore store, Told told) {
        super(store);
        this.told = told;
    }

    /**
     * Who is told.
     *
     * @param moves of every commit, whether it led to another stage or not
     */
    record Told(List<RenewalWatch> watches, Moves moves) {}

    @Override
    public Committed begin(Terms terms, Decision first) {
        var committed = store.begin(terms, first);
        if (committed == Committed.OK) {
            tell(terms, first.next(), "Begun");
        }
        return committed;
    }

    @Override
    public Committed commit(Claim claim, Stored before, Decision decision, Cause cause, Instant now) {
        var committed = store.commit(claim, before, decision, cause, now);
        boolean moved =
                !before.renewal().stage().getClass().equals(decision.next().getClass());
        if (committed == Committed.OK && moved) {
            tell(before.renewal().terms(), decision.next(), cause.name());
        }
        if (committed == Committed.OK) {
            told.moves().happened(before.renewal().id());
        }
        return committed;
    }

    private void tell(Terms terms, Stage stage, String cause) {
        var name = stage.getClass().getSimpleName();
        LOG.info("renewal {} reached {} by {}", terms.id(), name, cause);
        told.watches().forEach(watch -> watch.reached(name, terms.goods().connector()));
    }
}

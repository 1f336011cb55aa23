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
import java.util.stream.Collectors;

/** Where renewals live. One commit is one value; what is committed survives everything. */
public interface RenewalStore {

    /** A renewal and the version it has in the store. */
    record Stored(Renewal renewal, long version) {

        /** As it is in the store after this decision was committed on it. */
        Stored after(Decision decision) {
            return new Stored(renewal.at(decision.next()), version + 1);
        }
    }

    /** What became of a commit. */
    enum Committed {
        OK,
        /** Somebody else committed first: load again. */
        STALE,
        /** The lease ended and somebody else has the job: stop. */
        FENCED,
        /** Another renewal of the same segment is running or has delivered, or one of the same line is under way. */
        DUPLICATE
    }

    /**
     * Commits a renewal's first decision together with its job, unless one of the same account, line and segment is
     * running or has delivered ({@link Stage#occupies}) or any of the line is under way ({@link Stage#underWay}). The job (kind {@code renewal}, key the renewal's id) is leased to nobody
     * and due at once.
     */
    Committed begin(Terms terms, Decision first);

    /** The renewal, or empty when this account has none of that id. */
    Optional<Stored> load(AccountId account, RenewalId id);

    /** What keeps this segment from being begun: the renewal that has it, else the one of the line that is under way. */
    Optional<Stored> current(AccountId account, LineId line, int segment);

    /** The account's newest renewals, newest first. */
    List<Stored> recent(AccountId account, int limit);

    /** The newest renewals of a line, newest first. */
    List<Stored> ofLine(AccountId account, LineId line, int limit);

    /** All of the account's that are not over ({@link Stage#unfinished}), newest first. */
    List<Stored> unfinished(AccountId account);

    /** One transition of a renewal: the stage it reached, by which signal, and when. Oldest first. */
    record Passage(String stage, String cause, Instant at) {}

    /** Every transition of a renewal, oldest first. */
    List<Passage> history(AccountId account, RenewalId id);

    /** The same of several; a renewal without any is not among them. */
    default Map<RenewalId, List<Passage>> histories(AccountId account, Collection<RenewalId> ids) {
        return ids.stream().collect(Collectors.toMap(id -> id, id -> history(account, id)));
    }

    /**
     * Commits one decision: the new stage with time and cause, the transfers, notices, cases, the line's books, the
     * command's row, what was answered, and the time of the next wake-up. After {@link Committed#OK} the store holds
     * {@link Stored#after}.
     *
     * <p>With a call to perform, the claim stays open and its lease begins anew; without one, the claim is settled and the
     * job due at {@link Decision#wakeAt}, or at once when it was woken since it was claimed.
     */
    Committed commit(Claim claim, Stored before, Decision decision, Cause cause, Instant now);
}

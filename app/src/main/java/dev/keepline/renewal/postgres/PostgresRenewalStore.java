package dev.keepline.renewal.postgres;

import dev.keepline.database.Transactions;
import dev.keepline.jobs.Claim;
import dev.keepline.jobs.Jobs;
import dev.keepline.jobs.Leases;
import dev.keepline.jobs.Settlement;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.engine.Cause;
import dev.keepline.renewal.engine.Decision;
import dev.keepline.renewal.engine.RenewalStore;
import dev.keepline.renewal.engine.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renewals in PostgreSQL: one commit, one transaction of one account. */
public final class PostgresRenewalStore implements RenewalStore {

    private final RenewalRows rows;
    private final EffectRows effects;
    private final AnswerRows answers;
    private final Work work;
    private final Transactions transactions;

    /** What a commit writes. */
    public record Rows(RenewalRows renewals, EffectRows effects, AnswerRows answers) {}

    /** The jobs that carry renewals on. */
    public record Work(Jobs jobs, Leases leases) {}

    public PostgresRenewalStore(Rows rows, Work work, Transactions transactions) {
        this.rows = rows.renewals();
        this.effects = rows.effects();
        this.answers = rows.answers();
        this.work = work;
        this.transactions = transactions;
    }

    @Override
    public Committed begin(Terms terms, Decision first) {
        return transactions.inAccount(terms.account(), () -> {
            if (!rows.insert(terms, first.next())) {
                return Committed.DUPLICATE;
            }
            rows.passed(terms, 1, first.next(), "Begun", terms.createdAt());
            effects.begin(terms, first, terms.createdAt());
            work.jobs().scheduleNow(terms.job());
            return Committed.OK;
        });
    }

    @Override
    public Optional<Stored> load(AccountId account, RenewalId id) {
        return transactions.oneStatement(account, () -> rows.load(account, id));
    }

    @Override
    public Optional<Stored> current(AccountId account, LineId line, int segment) {
        return transactions.oneStatement(account, () -> rows.current(account, line, segment));
    }

    @Override
    public List<Stored> recent(AccountId account, int limit) {
        return transactions.oneStatement(account, () -> rows.recent(account, limit));
    }

    @Override
    public List<Stored> ofLine(AccountId account, LineId line, int limit) {
        return transactions.oneStatement(account, () -> rows.ofLine(account, line, limit));
    }

    @Override
    public List<Stored> unfinished(AccountId account) {
        return transactions.oneStatement(account, () -> rows.unfinished(account));
    }

    @Override
    public List<Passage> history(AccountId account, RenewalId id) {
        return transactions.oneStatement(account, () -> rows.history(account, id));
    }

    @Override
    public Map<RenewalId, List<Passage>> histories(AccountId account, Collection<RenewalId> ids) {
        return ids.isEmpty() ? Map.of() : transactions.oneStatement(account, () -> rows.histories(account, ids));
    }

    @Override
    public Committed commit(Claim claim, Stored before, Decision decision, Cause cause, Instant now) {
        var terms = before.renewal().terms();
        if (!claim.job().equals(terms.job())) {
            throw new IllegalArgumentException("a claim on " + claim.job() + " moves nothing but that");
        }
        return transactions.inAccount(terms.account(), () -> {
            if (work.leases().extend(claim, work.leases().usual()) == Settlement.FENCED) {
                return Committed.FENCED;
            }
            if (!rows.update(before, decision.next(), cause.signal(), now)) {
                return Committed.STALE;
            }
            if (!before.renewal().stage().getClass().equals(decision.next().getClass())) {
                rows.passed(terms, before.version() + 1, decision.next(), cause.name(), now);
            }
            effects.write(terms, decision, now);
            cause.answers().ifPresent(call -> answers.keep(claim.job(), call, cause.signal(), now));
            if (decision.call().isEmpty()) {
                work.leases().finishFor(claim, decision.wakeAt().map(at -> Duration.between(now, at)));
            }
            return Committed.OK;
        });
    }
}

package dev.keepline.simulator.memory;

import dev.keepline.jobs.Claim;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.kernel.RequestId;
import dev.keepline.ledger.JournalEntry;
import dev.keepline.renewal.engine.Call;
import dev.keepline.renewal.engine.Cause;
import dev.keepline.renewal.engine.Decision;
import dev.keepline.renewal.engine.Decision.CaseKind;
import dev.keepline.renewal.engine.Decision.CaseOpening;
import dev.keepline.renewal.engine.Decision.LineEffect;
import dev.keepline.renewal.engine.Decision.Notice;
import dev.keepline.renewal.engine.Renewal;
import dev.keepline.renewal.engine.RenewalStore;
import dev.keepline.renewal.engine.Stage;
import dev.keepline.renewal.engine.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Renewals in memory. What a commit returns {@link Committed#OK} for is kept; anything else leaves no trace. */
public class MemoryRenewalStore implements RenewalStore {

    /** Everything kept about one renewal. */
    private static final class Row {
        final Terms terms;
        Stage stage;
        long version = 1;
        final List<Passage> history = new ArrayList<>();
        final Set<Notice> notices = new LinkedHashSet<>();
        final Map<CaseKind, CaseOpening> cases = new EnumMap<>(CaseKind.class);
        boolean appended;
        boolean revoked;
        Optional<String> planBefore = Optional.empty();

        Row(Terms terms, Stage stage) {
            this.terms = terms;
            this.stage = stage;
        }

        Stored stored() {
            return new Stored(new Renewal(terms, stage), version);
        }

        boolean ofLine(Terms.Subject subject) {
            return terms.account().equals(subject.account())
                    && terms.subject().line().equals(subject.line());
        }

        boolean hasPlan() {
            return appended && !revoked && terms.goods().plan().isPresent();
        }
    }

    private final MemoryJobs jobs;
    private final MemoryJournal journal;
    private final Map<RenewalId, Row> rows = new LinkedHashMap<>();
    private final Map<RequestId, RenewalId> requests = new HashMap<>();
    private final Map<LineId, String> plans = new HashMap<>();

    public MemoryRenewalStore(MemoryJobs jobs, MemoryJournal journal) {
        this.jobs = jobs;
        this.journal = journal;
    }

    @Override
    public Committed begin(Terms terms, Decision first) {
        if (rows.containsKey(terms.id()) || taken(terms.subject())) {
            return Committed.DUPLICATE;
        }
        var fresh = check(terms, first);
        var row = new Row(terms, first.next());
        row.history.add(new Passage(name(first.next()), "Begun", terms.createdAt()));
        rows.put(terms.id(), row);
        apply(row, first, fresh);
        jobs.schedule(terms.job(), terms.createdAt());
        return Committed.OK;
    }

    /** Whether another renewal is in the way: the unique constraints. */
    protected boolean taken(Terms.Subject subject) {
        return current(subject.account(), subject.line(), subject.segment()).isPresent();
    }

    @Override
    public Optional<Stored> load(AccountId account, RenewalId id) {
        return row(account, id).map(Row::stored);
    }

    @Override
    public Optional<Stored> current(AccountId account, LineId line, int segment) {
        var there = rows.values().stream()
                .filter(row -> row.stage.occupies()
                        && row.terms.subject().line().equals(line)
                        && row.terms.account().equals(account))
                .toList();
        return there.stream()
                .filter(row -> row.terms.subject().segment() == segment)
                .findFirst()
                .or(() -> there.stream().filter(row -> row.stage.underWay()).findFirst())
                .map(Row::stored);
    }

    @Override
    public List<Stored> recent(AccountId account, int limit) {
        return newest(account).limit(limit).map(Row::stored).toList();
    }

    @Override
    public List<Stored> ofLine(AccountId account, LineId line, int limit) {
        return newest(account)
                .filter(row -> row.terms.subject().line().equals(line))
                .limit(limit)
                .map(Row::stored)
                .toList();
    }

    @Override
    public List<Stored> unfinished(AccountId account) {
        return newest(account)
                .filter(row -> row.stage.unfinished())
                .map(Row::stored)
                .toList();
    }

    private Stream<Row> newest(AccountId account) {
        return List.copyOf(rows.values()).reversed().stream()
                .filter(row -> row.terms.account().equals(account));
    }

    @Override
    public List<Passage> history(AccountId account, RenewalId id) {
        return row(account, id).map(row -> List.copyOf(row.history)).orElse(List.of());
    }

    @Override
    public Committed commit(Claim claim, Stored before, Decision decision, Cause cause, Instant now) {
        var terms = before.renewal().terms();
        if (!claim.job().equals(terms.job())) {
            throw new IllegalArgumentException("a claim on " + claim.job() + " moves nothing but that");
        }
        if (!jobs.holds(claim)) {
            return Committed.FENCED;
        }
        var row = row(terms.account(), terms.id()).orElseThrow();
        if (row.version != before.version()) {
            return Committed.STALE;
        }
        var fresh = check(terms, decision);
        if (row.stage.getClass() != decision.next().getClass()) {
            row.history.add(new Passage(name(decision.next()), cause.name(), now));
        }
        row.stage = decision.next();
        row.version++;
        apply(row, decision, fresh);
        if (decision.call().isPresent()) {
            jobs.carryOn(claim, decision.wakeAt(), now);
        } else {
            jobs.finish(claim, decision.wakeAt());
        }
        return Committed.OK;
    }

    private List<JournalEntry> check(Terms terms, Decision decision) {
        command(decision).ifPresent(id -> {
            if (!requests.getOrDefault(id, terms.id()).equals(terms.id())) {
                throw new IllegalStateException("the request id is another renewal's: " + id);
            }
        });
        return journal.check(terms.account(), decision.effects().entries());
    }

    private void apply(Row row, Decision decision, List<JournalEntry> fresh) {
        command(decision).ifPresent(id -> requests.put(id, row.terms.id()));
        journal.append(row.terms.account(), fresh);
        row.notices.addAll(decision.effects().notices());
        decision.effects().cases().forEach(c -> row.cases.putIfAbsent(c.kind(), c));
        decision.effects().settled().forEach(row.cases::remove);
        decision.effects().line().ifPresent(effect -> {
            switch (effect) {
                case LineEffect.Append _ -> append(row);
                case LineEffect.Revoke _ -> revoke(row);
                case LineEffect.Seen _ -> {} // shown to people, and decides nothing
            }
        });
    }

    private void append(Row row) {
        if (!row.appended) {
            row.appended = true;
            row.planBefore = plan(row.terms);
            row.terms
                    .goods()
                    .plan()
                    .ifPresent(plan -> plans.put(row.terms.subject().line(), plan));
        }
    }

    /** The line is on the plan before, unless a later stretch stands: then that stretch came after the plan before. */
    private void revoke(Row row) {
        if (!row.hasPlan()) {
            row.revoked = true;
            return;
        }
        row.revoked = true;
        var subject = row.terms.subject();
        var next = rows.values().stream()
                .filter(other -> other.ofLine(subject) && other.hasPlan())
                .filter(other -> other.terms.subject().segment() > subject.segment())
                .min(Comparator.comparingInt(other -> other.terms.subject().segment()));
        if (next.isPresent()) {
            next.get().planBefore = row.planBefore;
        } else if (plan(row.terms).equals(row.terms.goods().plan())) {
            plans.remove(subject.line());
            row.planBefore.ifPresent(plan -> plans.put(subject.line(), plan));
        }
    }

    private static String name(Stage stage) {
        return stage.getClass().getSimpleName();
    }

    private static Optional<RequestId> command(Decision decision) {
        return decision.call()
                .flatMap(c -> c instanceof Call.Command command ? Optional.of(command.id()) : Optional.empty());
    }

    /** Every renewal, in the order they began. */
    public List<Renewal> all() {
        return rows.values().stream()
                .map(row -> new Renewal(row.terms, row.stage))
                .toList();
    }

    /** What the person was told. */
    public Set<Notice> notices(AccountId account, RenewalId id) {
        return row(account, id).map(row -> Set.copyOf(row.notices)).orElse(Set.of());
    }

    /** What the operator has to look at. */
    public Map<CaseKind, CaseOpening> cases(AccountId account, RenewalId id) {
        return row(account, id).map(row -> Map.copyOf(row.cases)).orElse(Map.of());
    }

    /** Whether the line's books count the renewal's stretch as the line's. */
    public boolean lineHas(AccountId account, RenewalId id) {
        return row(account, id).filter(row -> row.appended && !row.revoked).isPresent();
    }

    /** The plan that the line of these terms is on, where it was bought here. */
    public Optional<String> plan(Terms terms) {
        return Optional.ofNullable(plans.get(terms.subject().line()));
    }

    private Optional<Row> row(AccountId account, RenewalId id) {
        return Optional.ofNullable(rows.get(id))
                .filter(row -> row.terms.account().equals(account));
    }
}

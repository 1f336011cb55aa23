package dev.keepline.simulator.memory;

import dev.keepline.jobs.Claim;
import dev.keepline.jobs.WakeRef;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Leased work with the semantics of the jobs module: due, lease, fence, wake-ups. Time is the caller's. */
public final class MemoryJobs {

    /** @param dueAt {@link Instant#MAX} while the job rests until somebody wakes it */
    private record Row(Instant dueAt, Instant leasedUntil, Duration lease, long fence, long wakes) {

        Instant claimableAt() {
            return dueAt.isAfter(leasedUntil) ? dueAt : leasedUntil;
        }
    }

    private final Map<WakeRef, Row> rows = new LinkedHashMap<>();

    /** Makes the job if need be, due then or earlier. A worker that is at it now will look again when it is done. */
    public void schedule(WakeRef job, Instant dueAt) {
        var old = rows.get(job);
        rows.put(
                job,
                old == null
                        ? new Row(dueAt, Instant.MIN, Duration.ZERO, 0, 0)
                        : new Row(earlier(old.dueAt, dueAt), old.leasedUntil, old.lease, old.fence, old.wakes + 1));
    }

    /** Makes an existing job due now. @return false when there is no such job: a name from outside proves nothing */
    public boolean wake(WakeRef job, Instant now) {
        if (!rows.containsKey(job)) {
            return false;
        }
        schedule(job, now);
        return true;
    }

    /** Leases this job, unless it is not due or somebody has it. */
    public Optional<Claim> claim(WakeRef job, Instant now, Duration lease) {
        var row = rows.get(job);
        if (row == null || row.claimableAt().isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(take(job, row, now, lease));
    }

    /** Leases this job whether it is due or not, unless somebody has it. */
    public Optional<Claim> claimNow(WakeRef job, Instant now, Duration lease) {
        var row = rows.get(job);
        return row == null || row.leasedUntil.isAfter(now) ? Optional.empty() : Optional.of(take(job, row, now, lease));
    }

    /** Leases the job that can be leased now and has been due longest. */
    public Optional<Claim> claimNext(Instant now, Duration lease) {
        return rows.entrySet().stream()
                .filter(e -> !e.getValue().claimableAt().isAfter(now))
                .min((a, b) -> a.getValue().dueAt.compareTo(b.getValue().dueAt))
                .map(e -> take(e.getKey(), e.getValue(), now, lease));
    }

    private Claim take(WakeRef job, Row row, Instant now, Duration lease) {
        rows.put(job, new Row(row.dueAt, now.plus(lease), lease, row.fence + 1, row.wakes));
        return new Claim(job, row.fence + 1, row.wakes);
    }

    /** Ends the lease as if its time had passed: whoever had it may not know. */
    public void endLease(WakeRef job) {
        rows.computeIfPresent(job, (_, row) -> new Row(row.dueAt, Instant.MIN, row.lease, row.fence, row.wakes));
    }

    /** When the next job can be leased; empty when all rest. */
    public Optional<Instant> nextAt() {
        return rows.values().stream()
                .map(Row::claimableAt)
                .filter(at -> at.isBefore(Instant.MAX))
                .min(Instant::compareTo);
    }

    /** The claim somebody has on the job now, as a mistaken store would take it. */
    public Optional<Claim> present(WakeRef job) {
        return Optional.ofNullable(rows.get(job)).map(row -> new Claim(job, row.fence, row.wakes));
    }

    /** Whether the claim is the latest on its job and not settled: only then may its holder write. */
    boolean holds(Claim claim) {
        var row = rows.get(claim.job());
        return row != null && row.fence == claim.fence();
    }

    /** Keeps the claim open, its lease begun anew; sets when the job is due if its holder dies. */
    void carryOn(Claim claim, Optional<Instant> next, Instant now) {
        rows.computeIfPresent(
                claim.job(),
                (_, row) -> new Row(next(claim, row, next), now.plus(row.lease), row.lease, row.fence, row.wakes));
    }

    /** Settles the claim, unless it is not the latest: due then, or at once when it was woken since it was claimed. */
    public void finish(Claim claim, Optional<Instant> next) {
        if (!holds(claim)) {
            return;
        }
        rows.computeIfPresent(
                claim.job(),
                (_, row) -> new Row(next(claim, row, next), Instant.MIN, row.lease, row.fence + 1, row.wakes));
    }

    private static Instant next(Claim claim, Row row, Optional<Instant> next) {
        return row.wakes == claim.wakes() ? next.orElse(Instant.MAX) : Instant.MIN;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}

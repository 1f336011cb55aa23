package dev.keepline.support;

import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.Progress;
import dev.keepline.renewal.RenewalsUnderWay;
import dev.keepline.support.Finding.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Why our books may differ from others' at one moment: open cases, and renewals that are at work. */
final class Explanations {

    /** A renewal that has not moved for longer is not at work but stuck: by then it must have opened a case. */
    private static final Duration AT_WORK = Duration.ofMinutes(15);

    /** The cases in which the gateway's record may be ahead of our books, or behind them. */
    static final Set<String> OF_PAYMENTS = Set.of(
            "PAYMENT_ODD", "WRONG_PAYMENT", "RECEIVABLE", "HOLD_ENDING", "REFUND_STUCK", "REFUND_FAILED", "STUCK");

    /** The same of the carrier's. */
    static final Set<String> OF_ORDERS =
            Set.of("CARRIER_SILENT", "CARRIER_RECORD_DIFFERS", "HOLD_ENDING", "FLOAT_EMPTY", "REVERSED", "STUCK");

    private final Map<RenewalId, Set<String>> cases = new HashMap<>();
    private final Map<RenewalId, Progress> underWay = new HashMap<>();
    private final Instant now;

    Explanations(Cases open, RenewalsUnderWay renewals, Instant now) {
        this.now = now;
        renewals.each(progress -> underWay.put(progress.renewal(), progress));
        open.each(one -> one.renewal()
                .ifPresent(renewal ->
                        cases.computeIfAbsent(renewal, _ -> new HashSet<>()).add(one.kind())));
    }

    Verdict ofPayment(Optional<RenewalId> renewal) {
        return of(renewal, OF_PAYMENTS);
    }

    Verdict ofOrder(Optional<RenewalId> renewal) {
        return of(renewal, OF_ORDERS);
    }

    /** A case about something else explains nothing. */
    private Verdict of(Optional<RenewalId> renewal, Set<String> fitting) {
        if (renewal.map(id -> cases.getOrDefault(id, Set.of())).stream()
                .flatMap(Set::stream)
                .anyMatch(fitting::contains)) {
            return Verdict.EXPLAINED;
        }
        return renewal.map(underWay::get).filter(this::atWork).isPresent() ? Verdict.IN_MOTION : Verdict.DIFFERENCE;
    }

    private boolean atWork(Progress progress) {
        return progress.page().isPresent() || progress.movedAt().plus(AT_WORK).isAfter(now);
    }

    Collection<Progress> underWay() {
        return underWay.values();
    }
}

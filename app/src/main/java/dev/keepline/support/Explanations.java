package dev.keepline.support;

import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.Progress;
import dev.keepline.renewal.RenewalsUnderWay;
import dev.keepline.renewal.engine.Decision.CaseKind;
import dev.keepline.support.Finding.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why our books may differ from others' at one moment: open cases, and renewals that are at work. */
final class Explanations {

    /** A renewal that has not moved for longer is not at work but stuck: by then it must have opened a case. */
    private static final Duration AT_WORK = Duration.ofMinutes(15);

    /** The cases in which the gateway's record may be ahead of our books, or behind them. */
    private static final Set<String> OF_PAYMENTS = names(
            CaseKind.PAYMENT_ODD,
            CaseKind.WRONG_PAYMENT,
            CaseKind.RECEIVABLE,
            CaseKind.HOLD_ENDING,
            CaseKind.REFUND_STUCK,
            CaseKind.REFUND_FAILED,
            CaseKind.STUCK);

    /** The same of the carrier's. */
    private static final Set<String> OF_ORDERS = names(
            CaseKind.CARRIER_SILENT,
            CaseKind.CARRIER_RECORD_DIFFERS,
            CaseKind.HOLD_ENDING,
            CaseKind.FLOAT_EMPTY,
            CaseKind.REVERSED,
            CaseKind.STUCK);

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

    private static Set<String> names(CaseKind... kinds) {
        return Arrays.stream(kinds).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }

    private boolean atWork(Progress progress) {
        return progress.page().isPresent() || progress.movedAt().plus(AT_WORK).isAfter(now);
    }

    Collection<Progress> underWay() {
        return underWay.values();
    }
}

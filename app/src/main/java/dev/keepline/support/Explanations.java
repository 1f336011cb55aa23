package dev.keepline.support;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.ledger.OrderStanding;
import dev.keepline.ledger.PaymentStanding;
import dev.keepline.renewal.Progress;
import dev.keepline.renewal.RenewalsUnderWay;
import dev.keepline.renewal.WaitingRenewal;
import dev.keepline.renewal.WaitingRenewals;
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
    private final WaitingRenewals looks;
    private final Instant now;

    Explanations(Cases open, RenewalsUnderWay renewals, WaitingRenewals looks, Instant now) {
        this.looks = looks;
        this.now = now;
        renewals.each(progress -> underWay.put(progress.renewal(), progress));
        open.each(one -> one.renewal()
                .ifPresent(renewal ->
                        cases.computeIfAbsent(renewal, _ -> new HashSet<>()).add(one.kind())));
    }

    /** @param seen whether a look of the product's own would see it */
    Finding ofPayment(Finding found, PaymentStanding ours, boolean seen) {
        return explained(found.as(of(ours.about(), OF_PAYMENTS)), ours.account(), ours.about(), seen);
    }

    /** @param seen whether a look of the product's own would see it */
    Finding ofOrder(Finding found, OrderStanding ours, boolean seen) {
        return explained(found.as(ofOrder(ours.about())), ours.account(), ours.about(), seen);
    }

    Verdict ofOrder(Optional<RenewalId> renewal) {
        return of(renewal, OF_ORDERS);
    }

    private Finding explained(Finding found, AccountId account, Optional<RenewalId> renewal, boolean seen) {
        var again = found.verdict() == Verdict.DIFFERENCE && seen
                ? askedAgain(account, renewal)
                : Optional.<Instant>empty();
        return again.map(at -> found.as(Verdict.LATER).and("; will be asked again at " + at + ", not yet a case"))
                .orElse(found);
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

    /** When the product looks again at what became of a renewal, by itself; empty where it will not. */
    private Optional<Instant> askedAgain(AccountId account, Optional<RenewalId> renewal) {
        return renewal.flatMap(id -> looks.find(account, id))
                .filter(waiting -> waiting.setAsideAt().isEmpty())
                .flatMap(WaitingRenewal::nextAt)
                .filter(at -> at.plus(AT_WORK).isAfter(now));
    }

    private boolean atWork(Progress progress) {
        return progress.page().isPresent() || progress.movedAt().plus(AT_WORK).isAfter(now);
    }

    Collection<Progress> underWay() {
        return underWay.values();
    }
}

package dev.keepline.support;

import dev.keepline.kernel.Outcome;
import dev.keepline.ledger.PaymentStanding;
import dev.keepline.ledger.Standings;
import dev.keepline.payments.Gateway;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.payments.SessionRecord;
import dev.keepline.renewal.Progress;
import dev.keepline.support.Finding.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Compares our books with one gateway's records, both ways. */
final class PaymentReconciliation {

    /** Our books may name a payment's day a little earlier or later than the gateway does. */
    private static final Duration MARGIN = Duration.ofDays(1);

    private final Gateway gateway;
    private final Standings standings;
    private final Explanations explanations;
    private final Consumer<Finding> found;

    PaymentReconciliation(Gateway gateway, Standings standings, Explanations explanations, Consumer<Finding> found) {
        this.gateway = gateway;
        this.standings = standings;
        this.explanations = explanations;
        this.found = found;
    }

    void compare(Instant since) {
        if (gateway.paymentsSince(since) instanceof Outcome.Done(var payments)) {
            Map<String, PaymentRecord> theirs = new HashMap<>();
            payments.forEach(payment -> theirs.put(ReconciliationRules.reference(payment), payment));
            Set<String> known = new HashSet<>();
            standings.payments(since.minus(MARGIN), ours -> {
                if (ours.gateway().equals(gateway.id())) {
                    known.add(ours.reference());
                    compare(ours, theirs);
                }
            });
            theirs.keySet().removeAll(known);
            theirs.values().removeIf(payment -> !ReconciliationRules.movedMoney(payment));
            unknown(theirs);
        } else {
            found.accept(new Finding(Verdict.NOT_COMPARED, gateway.id(), "payments", "the list could not be read"));
        }
    }

    private void compare(PaymentStanding ours, Map<String, PaymentRecord> theirs) {
        Optional<PaymentRecord> record = Optional.ofNullable(theirs.get(ours.reference()))
                .or(() -> gateway.payment(ours.reference()) instanceof Outcome.Done(var read)
                        ? Optional.of(read)
                        : Optional.empty());
        if (record.isEmpty()) {
            found.accept(
                    new Finding(Verdict.NOT_COMPARED, gateway.id(), ours.reference(), "the payment could not be read"));
            return;
        }
        ReconciliationRules.differs(ours, record.get())
                .ifPresent(text -> found.accept(explanations.ofPayment(
                        new Finding(Verdict.DIFFERENCE, gateway.id(), ours.reference(), about(ours) + text),
                        ours,
                        ReconciliationRules.refundWentOn(ours, record.get()))));
    }

    /** A payment made a moment ago is not in our books before its renewal has looked at its page again. */
    private void unknown(Map<String, PaymentRecord> theirs) {
        if (theirs.isEmpty()) {
            return;
        }
        Set<String> justPaid = new HashSet<>();
        explanations.underWay().stream()
                .flatMap(progress -> progress.page().stream())
                .filter(page -> page.gateway().equals(gateway.id()))
                .forEach(page -> paidOn(page).ifPresent(justPaid::add));
        theirs.forEach((reference, payment) -> found.accept(new Finding(
                justPaid.contains(reference) ? Verdict.IN_MOTION : Verdict.DIFFERENCE,
                gateway.id(),
                reference,
                "not in our books; theirs: " + payment)));
    }

    private Optional<String> paidOn(Progress.Page page) {
        return gateway.session(page.sessionRef()) instanceof Outcome.Done(SessionRecord.Complete(var payment))
                ? Optional.of(ReconciliationRules.reference(payment))
                : Optional.empty();
    }

    private static String about(PaymentStanding ours) {
        return "account " + ours.account()
                + ours.about().map(renewal -> ", renewal " + renewal).orElse("") + ": ";
    }
}

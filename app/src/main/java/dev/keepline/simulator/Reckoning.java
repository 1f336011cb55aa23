package dev.keepline.simulator;

import static dev.keepline.simulator.Invariants.require;

import dev.keepline.carriers.ProofLevel;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.ledger.JournalEntry;
import dev.keepline.ledger.LedgerAccount;
import dev.keepline.ledger.Transfer;
import dev.keepline.renewal.engine.Decision.CaseKind;
import dev.keepline.renewal.engine.Decision.Notice;
import dev.keepline.renewal.engine.EndReason;
import dev.keepline.renewal.engine.Renewal;
import dev.keepline.renewal.engine.Stage;
import dev.keepline.simulator.memory.MemoryJournal;
import dev.keepline.simulator.memory.MemoryRenewalStore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What must hold once nothing goes on any more: I2, I4, I5, and that every renewal has ended and somebody was told how. */
final class Reckoning {

    private final World world;
    private final MemoryRenewalStore store;
    private final MemoryJournal journal;
    private final ModelGateway gateway;
    private final ModelCarrier carrier;

    Reckoning(
            World world, MemoryRenewalStore store, MemoryJournal journal, ModelGateway gateway, ModelCarrier carrier) {
        this.world = world;
        this.store = store;
        this.journal = journal;
        this.gateway = gateway;
        this.carrier = carrier;
    }

    void check() {
        for (var renewal : store.all()) {
            ended(renewal);
            payments(renewal).forEach(p -> payment(renewal, p));
            orders(renewal).forEach(o -> order(renewal, o));
            lineBooks(renewal);
            long held = journal.balance(renewal.terms().account(), LedgerAccount.CUSTOMER_HOLD);
            require(held == 0, "I3", renewal.terms().account() + " still has a hold of " + held);
        }
    }

    private void ended(Renewal renewal) {
        require(renewal.stage() instanceof Stage.Over, "END", renewal.id() + " ends as " + renewal.stage());
        Optional<Notice> due = switch (renewal.stage()) {
            case Stage.Kept _ -> Optional.of(Notice.RENEWED);
            case Stage.Refunded _ -> Optional.of(Notice.REFUNDED);
            case Stage.RefundFailed _ -> Optional.of(Notice.REFUND_FAILED);
            case Stage.Returned _ -> Optional.of(Notice.RETURNED);
            case Stage.Owed _ -> Optional.of(Notice.OWED);
            case Stage.NotCharged n when n.reason() != EndReason.ABANDONED -> Optional.of(Notice.NOT_CHARGED);
            default -> Optional.empty();
        };
        var told = store.notices(renewal.terms().account(), renewal.id());
        require(due.map(told::contains).orElse(true), "I6", renewal.id() + " ended and nobody was told");
    }

    private void payment(Renewal renewal, Payment payment) {
        boolean kept = payment.kept(world.instant());
        require(
                !kept || keptFor(renewal) <= deliveredTo(renewal) || seenTo(renewal),
                "I2",
                payment.ref() + " is captured, not delivered, not refunded, and nobody's case");
        long truth = kept ? payment.captured().map(Money::minor).orElse(0L) : 0;
        long ours = net(renewal, payment.ref(), LedgerAccount.gatewayClearing("stripe"));
        promised(renewal, payment);
        require(truth == ours, "I4", payment.ref() + ": the gateway has " + truth + ", the ledger " + ours);
    }

    /** The refund failed, and is a case or was given back otherwise. */
    private boolean seenTo(Renewal renewal) {
        return renewal.stage() instanceof Stage.Returned || hasCase(renewal, CaseKind.REFUND_FAILED);
    }

    /** What is promised back is owed still, or nothing is. */
    private void promised(Renewal renewal, Payment payment) {
        long pending = -net(renewal, payment.ref(), LedgerAccount.refundsPending("stripe"));
        long due =
                renewal.stage() instanceof Stage.RefundFailed ? payment.amount().minor() : 0;
        require(pending == due, "I3", payment.ref() + " is promised back with " + pending + ", due are " + due);
    }

    /** How many payments for the renewal's line are with us, those aside whose refund failed and is seen to. */
    private long keptFor(Renewal renewal) {
        return store.all().stream()
                .filter(r -> r.terms()
                        .subject()
                        .line()
                        .equals(renewal.terms().subject().line()))
                .filter(r -> !seenTo(r))
                .flatMap(r -> payments(r).stream())
                .filter(p -> p.kept(world.instant()))
                .count();
    }

    /** How many top-ups of the line stand: a record names no order, so they are counted by line. */
    private long deliveredTo(Renewal renewal) {
        var goods = renewal.terms().goods();
        return carrier.orders().stream()
                .filter(o -> o.order().line().equals(goods.address()))
                .filter(o -> o.state() == CarrierOrder.State.COMPLETED)
                .filter(o -> o.shown() || goods.product().proof() == ProofLevel.AGGREGATOR)
                .count();
    }

    private void order(Renewal renewal, CarrierOrder order) {
        boolean stands = order.state() == CarrierOrder.State.COMPLETED;
        boolean paid = payments(renewal).stream().anyMatch(p -> p.kept(world.instant()));
        require(!stands || paid || owned(renewal), "I5", order.vendorId() + " is delivered, unpaid, and nobody's case");
        long truth = stands ? order.order().product().wholesale().minor() : 0;
        long ours = net(renewal, order.vendorId(), LedgerAccount.carrierCost("dtone"));
        require(
                truth == ours || owned(renewal),
                "I4",
                order.vendorId() + ": the carrier took " + truth + ", the ledger says " + ours);
    }

    private void lineBooks(Renewal renewal) {
        boolean has = store.lineHas(renewal.terms().account(), renewal.id());
        boolean should = renewal.stage() instanceof Stage.Kept;
        require(
                has == should || renewal.stage() instanceof Stage.Owed,
                "I4",
                renewal.id() + ": the line's books differ");
    }

    /** What the customer's entries about one thing left on an account: debits less credits. */
    private long net(Renewal renewal, String reference, LedgerAccount account) {
        return journal.of(renewal.terms().account()).stream()
                .filter(entry ->
                        entry.reference().equals(reference) || entry.reference().startsWith(reference + "#"))
                .map(JournalEntry::transfers)
                .flatMap(List::stream)
                .mapToLong(t -> signed(t, account))
                .sum();
    }

    private static long signed(Transfer transfer, LedgerAccount account) {
        if (transfer.debit().equals(account)) {
            return transfer.amount().minor();
        }
        return transfer.credit().equals(account) ? -transfer.amount().minor() : 0;
    }

    /** Whether a person has what was delivered and not charged for. A case of an earlier doubt excuses nothing. */
    private boolean owned(Renewal renewal) {
        return switch (renewal.stage()) {
            case Stage.NotCharged n
            when n.reason() == EndReason.NOT_PROVEN || n.reason() == EndReason.NOT_DELIVERED ->
                hasCase(renewal, CaseKind.CARRIER_RECORD_DIFFERS, CaseKind.HOLD_ENDING);
            case Stage.Owed _ -> hasCase(renewal, CaseKind.RECEIVABLE);
            default -> false;
        };
    }

    private boolean hasCase(Renewal renewal, CaseKind... kinds) {
        AccountId account = renewal.terms().account();
        return Arrays.stream(kinds).anyMatch(store.cases(account, renewal.id())::containsKey);
    }

    private List<Payment> payments(Renewal renewal) {
        return gateway.payments().stream()
                .filter(p -> p.about().renewal().equals(renewal.id()))
                .toList();
    }

    private List<CarrierOrder> orders(Renewal renewal) {
        return carrier.orders().stream()
                .filter(o -> o.order().wake().equals(renewal.terms().job()))
                .toList();
    }
}

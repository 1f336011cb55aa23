package dev.keepline.ledger;

import dev.keepline.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One named template per movement of money. The engine decides <em>when</em>, this class alone decides <em>how</em> a
 * movement is booked. {@code reference} is the request id or vendor id of the fact.
 */
public final class Movements {

    /** The name of {@link #fundFloat}. */
    public static final String FUNDING = "carrier.fund";

    /** The name of {@link #undoFunding}. */
    public static final String FUNDING_UNDONE = "carrier.unfund";

    /** The name of {@link #returnedOtherwise}. */
    public static final String RETURNED_OTHERWISE = "refund.otherwise";

    private Movements() {}

    /** The gateway reserved the customer's money. */
    public static JournalEntry authorise(String gateway, String reference, Money amount) {
        return entry("payment.authorise", reference, hold(gateway, amount));
    }

    /** The reservation ended without being taken. */
    public static JournalEntry release(String gateway, String reference, Money amount) {
        return entry("payment.release", reference, unhold(gateway, amount));
    }

    /** The reservation was taken: earned, and collected for others. */
    public static JournalEntry capture(String gateway, String reference, Price price) {
        return entry(
                "renewal.capture",
                reference,
                with(unhold(gateway, price.total()), earned(LedgerAccount.gatewayClearing(gateway), price)));
    }

    /** Delivered, but the money could not be taken: the customer owes it, and the reservation is gone. */
    public static JournalEntry receivable(String gateway, String reference, Price price) {
        return entry(
                "renewal.receivable",
                reference,
                with(unhold(gateway, price.total()), earned(LedgerAccount.RECEIVABLE, price)));
    }

    /** The carrier took the wholesale price from our float. */
    public static JournalEntry carrierOrder(String connector, String reference, Money wholesale) {
        return entry(
                "carrier.order",
                reference,
                List.of(new Transfer(
                        LedgerAccount.carrierCost(connector), LedgerAccount.carrierFloat(connector), wholesale)));
    }

    /** The carrier undid an order and gave the wholesale price back. */
    public static JournalEntry carrierReversal(String connector, String reference, Money wholesale) {
        return entry(
                "carrier.reversal",
                reference,
                List.of(new Transfer(
                        LedgerAccount.carrierFloat(connector), LedgerAccount.carrierCost(connector), wholesale)));
    }

    /** We paid into our float at a connector. */
    public static JournalEntry fundFloat(String connector, String reference, Money amount) {
        return entry(
                FUNDING,
                reference,
                List.of(new Transfer(LedgerAccount.carrierFloat(connector), LedgerAccount.EQUITY, amount)));
    }

    /**
     * What was booked as paid into our float was not, or not so: the whole of it, under the same reference, and so once.
     *
     * @return empty when the entry is no funding at this connector
     */
    public static Optional<JournalEntry> undoFunding(String connector, JournalEntry funding) {
        boolean fits = funding.template().equals(FUNDING)
                && funding.transfers().stream()
                        .allMatch(transfer -> transfer.debit().equals(LedgerAccount.carrierFloat(connector)));
        return fits
                ? Optional.of(entry(
                        FUNDING_UNDONE,
                        funding.reference(),
                        funding.transfers().stream().map(Movements::turned).toList()))
                : Optional.empty();
    }

    /** We promised captured money back. */
    public static JournalEntry refund(String gateway, String reference, Price price) {
        var pending = LedgerAccount.refundsPending(gateway);
        return entry(
                "refund.start",
                reference,
                earned(pending, price).stream().map(Movements::turned).toList());
    }

    /**
     * The gateway confirmed that the promised money went back.
     *
     * @param attempt which refund of this payment it was, from 1: each can come back, and the next be sent
     */
    public static JournalEntry refunded(String gateway, String reference, int attempt, Money amount) {
        return entry("refund.done", numbered(reference, attempt), List.of(back(gateway, amount)));
    }

    /** That refund came back: the money is with us again, and still promised. */
    public static JournalEntry refundReturned(String gateway, String reference, int attempt, Money amount) {
        return entry("refund.returned", numbered(reference, attempt), List.of(turned(back(gateway, amount))));
    }

    /** What a refund could not bring back was given back outside the gateway, with money of our own. */
    public static JournalEntry returnedOtherwise(String gateway, String reference, Money amount) {
        return entry(
                RETURNED_OTHERWISE,
                reference,
                List.of(new Transfer(LedgerAccount.refundsPending(gateway), LedgerAccount.EQUITY, amount)));
    }

    /** What was booked under a numbered reference stands under the part before this. */
    static final String NUMBER = "#";

    private static String numbered(String reference, int attempt) {
        return attempt == 1 ? reference : reference + NUMBER + attempt;
    }

    private static Transfer back(String gateway, Money amount) {
        return new Transfer(LedgerAccount.refundsPending(gateway), LedgerAccount.gatewayClearing(gateway), amount);
    }

    private static JournalEntry entry(String template, String reference, List<Transfer> transfers) {
        return new JournalEntry(template, reference, transfers);
    }

    private static List<Transfer> hold(String gateway, Money amount) {
        return List.of(new Transfer(LedgerAccount.gatewayAuthorised(gateway), LedgerAccount.CUSTOMER_HOLD, amount));
    }

    private static List<Transfer> unhold(String gateway, Money amount) {
        return List.of(new Transfer(LedgerAccount.CUSTOMER_HOLD, LedgerAccount.gatewayAuthorised(gateway), amount));
    }

    private static List<Transfer> earned(LedgerAccount from, Price price) {
        var transfers = new ArrayList<Transfer>();
        if (price.net().isPositive()) {
            transfers.add(new Transfer(from, LedgerAccount.REVENUE, price.net()));
        }
        price.charges().stream()
                .filter(c -> c.amount().isPositive())
                .forEach(c -> transfers.add(new Transfer(from, LedgerAccount.payable(c.code()), c.amount())));
        return transfers;
    }

    private static Transfer turned(Transfer transfer) {
        return new Transfer(/* debit= */ transfer.credit(), /* credit= */ transfer.debit(), transfer.amount());
    }

    private static List<Transfer> with(List<Transfer> first, List<Transfer> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}

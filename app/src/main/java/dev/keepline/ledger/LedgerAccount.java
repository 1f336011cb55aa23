package dev.keepline.ledger;

/**
 * An account of the chart, by its code. Customers' accounts are per customer (the entry's account id); the platform's are
 * one each, told apart by what follows the colon.
 */
public record LedgerAccount(String code) {

    /** Money of a customer that is reserved. Never below zero. */
    public static final LedgerAccount CUSTOMER_HOLD = new LedgerAccount("customer.hold");

    /** Money of a customer that is kept with us. Never below zero. */
    public static final LedgerAccount CUSTOMER_WALLET = new LedgerAccount("customer.wallet");

    /** What customers owe for renewals that were delivered and could not be charged. */
    public static final LedgerAccount RECEIVABLE = new LedgerAccount("receivable.renewals");

    /** What we earned with renewals, before cost. */
    public static final LedgerAccount REVENUE = new LedgerAccount("revenue.renewals");

    /** Where money came from that we paid in ourselves. */
    public static final LedgerAccount EQUITY = new LedgerAccount("equity.own");

    public LedgerAccount {
        if (!code.matches("[a-z]+\\.[a-z]+(:[A-Za-z0-9._-]+)?")) {
            throw new IllegalArgumentException("not an account of the chart: " + code);
        }
    }

    /** Reserved at a gateway, not ours. */
    public static LedgerAccount gatewayAuthorised(String gateway) {
        return new LedgerAccount("gateway.authorised:" + gateway);
    }

    /** Captured at a gateway, not yet paid out to us. */
    public static LedgerAccount gatewayClearing(String gateway) {
        return new LedgerAccount("gateway.clearing:" + gateway);
    }

    /** Promised back to customers, not yet confirmed by the gateway. */
    public static LedgerAccount refundsPending(String gateway) {
        return new LedgerAccount("refunds.pending:" + gateway);
    }

    /** A tax or fee collected for somebody else. */
    public static LedgerAccount payable(String charge) {
        return new LedgerAccount("charges.payable:" + charge);
    }

    /** Our prepaid balance at a connector. */
    public static LedgerAccount carrierFloat(String connector) {
        return new LedgerAccount("carrier.float:" + connector);
    }

    /** What renewals cost us wholesale. */
    public static LedgerAccount carrierCost(String connector) {
        return new LedgerAccount("carrier.cost:" + connector);
    }
}

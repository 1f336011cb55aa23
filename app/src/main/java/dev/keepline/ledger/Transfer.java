package dev.keepline.ledger;

import dev.keepline.kernel.Money;

/** Money moved between two accounts: the unit of the journal. */
public record Transfer(LedgerAccount debit, LedgerAccount credit, Money amount) {

    public Transfer {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a transfer moves more than nothing: " + amount);
        }
        if (debit.equals(credit)) {
            throw new IllegalArgumentException("a transfer has two accounts: " + debit.code());
        }
    }
}

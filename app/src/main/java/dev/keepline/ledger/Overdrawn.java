package dev.keepline.ledger;

import dev.keepline.kernel.AccountId;

/** An entry would take more from a customer's hold or wallet than is there: a bug, and nothing of it was booked. */
public final class Overdrawn extends IllegalStateException {

    Overdrawn(AccountId account, LedgerAccount code, Throwable cause) {
        super(code.code() + " of account " + account + " would fall below zero", cause);
    }
}

package dev.keepline.ledger;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;

/** Something in the books that cannot be: each one is a bug or a hand that wrote past the program. */
public sealed interface LedgerDifference {

    /**
     * A kept balance is not what the transfers make it.
     *
     * @param kept in the balance row
     * @param derived from the journal
     */
    record Balance(AccountId account, LedgerAccount code, Money kept, Money derived) implements LedgerDifference {}

    /** An entry that moves nothing. */
    record EmptyEntry(AccountId account, String template, String reference) implements LedgerDifference {}
}

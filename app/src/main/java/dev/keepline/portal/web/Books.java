package dev.keepline.portal.web;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.ledger.Journal;
import dev.keepline.ledger.LedgerAccount;
import dev.keepline.ledger.Statements;
import dev.keepline.portal.bills.Bill;
import org.springframework.stereotype.Component;

/** What the journal says of one account. */
@Component
class Books {

    private final Journal journal;
    private final Statements statements;

    Books(Journal journal, Statements statements) {
        this.journal = journal;
        this.statements = statements;
    }

    Statements statements() {
        return statements;
    }

    /** What is held, kept and on its way back now. */
    Bill.Standing standing(AccountId account) {
        return new Bill.Standing(
                journal.balance(account, LedgerAccount.CUSTOMER_HOLD, Money.USD),
                journal.balance(account, LedgerAccount.CUSTOMER_WALLET, Money.USD),
                statements.returning(account, Money.USD));
    }
}

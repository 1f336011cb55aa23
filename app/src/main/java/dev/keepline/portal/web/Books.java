package dev.keepline.portal.web;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import dev.keepline.ledger.Journal;
import dev.keepline.ledger.LedgerAccount;
import dev.keepline.ledger.Statements;
import dev.keepline.portal.bills.Bill;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.Renewals;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What the journal says of one account. */
@Component
class Books {

    private final Journal journal;
    private final Statements statements;
    private final Renewals renewals;

    Books(Journal journal, Statements statements, Renewals renewals) {
        this.renewals = renewals;
        this.journal = journal;
        this.statements = statements;
    }

    Statements statements() {
        return statements;
    }

    /** What is held, kept, on its way back and owed now. A refund that failed is not on its way. */
    Bill.Standing standing(AccountId account) {
        var returning = statements.returning(account, Money.USD);
        return new Bill.Standing(
                journal.balance(account, LedgerAccount.CUSTOMER_HOLD, Money.USD),
                journal.balance(account, LedgerAccount.CUSTOMER_WALLET, Money.USD),
                sum(returning, id -> !failed(account, id)),
                sum(returning, id -> failed(account, id)));
    }

    private boolean failed(AccountId account, RenewalId renewal) {
        return renewals.find(account, renewal)
                .filter(view -> view.phase() == Phase.REFUND_FAILED)
                .isPresent();
    }

    private static Money sum(Map<RenewalId, Money> amounts, Predicate<RenewalId> which) {
        return amounts.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Money.zero(Money.USD), Money::plus);
    }
}

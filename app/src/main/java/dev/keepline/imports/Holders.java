package dev.keepline.imports;

import dev.keepline.database.Transactions;
import dev.keepline.imports.store.HolderRows;
import dev.keepline.kernel.AccountId;
import java.util.Collection;
import org.springframework.stereotype.Service;

/** What the operator's files say of the people who hold lines. */
@Service
public class Holders {

    private final HolderRows rows;
    private final Transactions transactions;

    Holders(HolderRows rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /**
     * Erases what the account claimed and what waited for its owner, of an account that is deleted. A file that names the
     * person again is new: the operator brings it.
     *
     * @param addresses the account's, in small letters
     */
    public void forget(AccountId account, Collection<String> addresses) {
        transactions.inAccount(Invitations.OPERATOR, () -> rows.erase(Invitations.OPERATOR, account, addresses));
    }
}

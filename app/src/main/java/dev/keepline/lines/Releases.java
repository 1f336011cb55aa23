package dev.keepline.lines;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.lines.store.ReleaseRows;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Lets go of every line of an account that is deleted: what tells whose it was is erased, what was bought stays. */
@Service
public class Releases {

    private final ReleaseRows rows;
    private final Transactions transactions;

    Releases(ReleaseRows rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /** Done twice it changes nothing more. */
    public void release(AccountId account, Instant now) {
        transactions.inAccount(account, () -> rows.release(account, now));
    }
}

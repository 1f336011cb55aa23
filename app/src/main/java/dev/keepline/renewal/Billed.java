package dev.keepline.renewal;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.postgres.BilledRows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What bills need to know of renewals: for which line each was, and by what it was paid. */
public final class Billed {

    private final BilledRows rows;
    private final Transactions transactions;

    Billed(BilledRows rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /**
     * A renewal on a bill.
     *
     * @param offering its id in the catalogue
     * @param paidWith brand and last four digits; empty before anything was held
     * @param onlyMoney whether money was credited and nothing renewed
     */
    public record Item(LineId line, String offering, Optional<String> paidWith, boolean onlyMoney) {}

    /** These renewals of the account; those of others are not there. */
    public Map<RenewalId, Item> of(AccountId account, Collection<RenewalId> renewals) {
        return renewals.isEmpty() ? Map.of() : transactions.inAccount(account, () -> rows.items(account, renewals));
    }

    /** Every renewal of a line. */
    public List<RenewalId> ofLine(AccountId account, LineId line) {
        return transactions.inAccount(account, () -> rows.ofLine(account, line));
    }
}

package dev.keepline.identity;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds accounts by a part of a name or an address: for the operator's staff, who are recorded. */
@Service
public class AccountSearch {

    /** Fewer characters would list half of the customers; two are a whole name in Chinese. */
    public static final int SHORTEST = 2;

    private final JdbcClient jdbc;
    private final Transactions transactions;

    AccountSearch(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Those whose name or address holds this, without regard to case. */
    public List<AccountId> holding(String typed, int most) {
        if (typed.strip().length() < SHORTEST) {
            return List.of();
        }
        var pattern =
                "%" + typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return transactions.outsideAccounts(() -> jdbc.sql("""
                select account_id from account_profile where name ilike :pattern or email ilike :pattern
                 order by name, account_id limit :most""")
                .param("pattern", pattern)
                .param("most", most)
                .query((row, n) -> new AccountId(row.getObject(1, UUID.class)))
                .list());
    }
}

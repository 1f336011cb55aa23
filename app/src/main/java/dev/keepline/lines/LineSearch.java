package dev.keepline.lines;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds lines of any account by what somebody reads out on the telephone: for the operator's staff, who are recorded. */
@Service
public class LineSearch {

    /** Fewer digits would list half of the customers. */
    public static final int FEWEST_DIGITS = 4;

    private final JdbcClient jdbc;
    private final Transactions transactions;

    public LineSearch(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** A line and whose it is. */
    public record Hit(AccountId account, LineId line) {}

    /**
     * Lines whose number or SIM profile's number ends in these digits.
     *
     * @throws IllegalArgumentException on anything else than {@value #FEWEST_DIGITS} digits or more
     */
    public List<Hit> endingIn(String digits, int limit) {
        if (!digits.matches("[0-9]{" + FEWEST_DIGITS + ",20}")) {
            throw new IllegalArgumentException("not enough digits to search for");
        }
        return transactions.outsideAccounts(() -> jdbc.sql("""
                select account_id, line_id from line
                 where msisdn like '%' || cast(:digits as text) or iccid like '%' || cast(:digits as text)
                 order by created_at desc, account_id, line_id limit :limit
                """)
                .param("digits", digits)
                .param("limit", limit)
                .query((row, n) -> new Hit(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new LineId(row.getObject("line_id", UUID.class))))
                .list());
    }
}

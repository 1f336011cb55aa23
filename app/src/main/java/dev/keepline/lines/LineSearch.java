package dev.keepline.lines;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds lines of any account by what somebody reads out on the telephone: for the operator's staff, who are recorded. */
@Service
public class LineSearch {

    /** Fewer digits would list half of the customers. */
    public static final int FEWEST_DIGITS = 4;

    private static final int MIDDLE_DIGITS = 6;
    private static final int SHORTEST_LABEL = 2;

    private final JdbcClient jdbc;
    private final Transactions transactions;

    public LineSearch(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** A line and whose it is. */
    public record Hit(AccountId account, LineId line) {}

    /**
     * Lines whose number or SIM profile's number ends in these digits, and after those the ones that have them elsewhere: so
     * many digits that not half of the customers have them.
     *
     * @throws IllegalArgumentException on anything else than {@value #FEWEST_DIGITS} digits or more
     */
    public List<Hit> with(String digits, int limit) {
        if (!digits.matches("[0-9]{" + FEWEST_DIGITS + ",20}")) {
            throw new IllegalArgumentException("not enough digits to search for");
        }
        return transactions.outsideAccounts(() -> jdbc.sql("""
                select account_id, line_id from line
                 where msisdn like :end or iccid like :end or msisdn like :middle or iccid like :middle
                 order by (msisdn like :end or iccid like :end) is not true, created_at desc, account_id, line_id
                 limit :limit
                """)
                .param("end", "%" + digits)
                .param("middle", digits.length() < MIDDLE_DIGITS ? "" : "%" + digits + "%")
                .param("limit", limit)
                .query((row, n) -> hit(row))
                .list());
    }

    /** Lines that their holders call so, or a part of it, without regard to case. */
    public List<Hit> called(String typed, int limit) {
        var label = typed.strip();
        if (label.length() < SHORTEST_LABEL) {
            return List.of();
        }
        return transactions.outsideAccounts(() -> jdbc.sql("""
                select account_id, line_id from line where position(lower(:label) in lower(label)) > 0
                 order by created_at desc, account_id, line_id limit :limit
                """)
                .param("label", label)
                .param("limit", limit)
                .query((row, n) -> hit(row))
                .list());
    }

    private static Hit hit(ResultSet row) throws SQLException {
        return new Hit(
                new AccountId(row.getObject("account_id", UUID.class)),
                new LineId(row.getObject("line_id", UUID.class)));
    }
}

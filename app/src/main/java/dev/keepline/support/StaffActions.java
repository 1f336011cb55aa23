package dev.keepline.support;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The book of what people of the operator did: the application can add to it and read it, nothing else. */
@Service
public class StaffActions {

    private static final String SELECT =
            "select account_id, staff_id, action, reference, reason, outcome, done_at from staff_action";

    private final JdbcClient jdbc;
    private final Transactions transactions;

    public StaffActions(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Keeps one, in the caller's transaction where there is one. */
    public void record(StaffAction done) {
        transactions.inAccount(done.account(), () -> {
            jdbc.sql("""
                    insert into staff_action (account_id, staff_id, action, reference, reason, outcome, done_at)
                    values (:account, :staff, :action, :reference, :reason, :outcome, :at)
                    """)
                    .param("account", done.account().value())
                    .param("staff", done.staff().value())
                    .param("action", done.action())
                    .param("reference", done.reference())
                    .param("reason", done.reason())
                    .param("outcome", done.outcome())
                    .param("at", done.at().atOffset(ZoneOffset.UTC))
                    .update();
        });
    }

    /** What concerns one account, newest first. */
    public List<StaffAction> of(AccountId account, int limit) {
        return transactions.inAccount(
                account,
                () -> jdbc.sql(SELECT + " where account_id = :account order by done_at desc, action_id limit :limit")
                        .param("account", account.value())
                        .param("limit", limit)
                        .query(StaffActions::row)
                        .list());
    }

    /** The newest of all accounts on this server: a report, not part of any account's work. */
    public List<StaffAction> newest(int limit) {
        return transactions.outsideAccounts(
                () -> jdbc.sql(SELECT + " order by done_at desc, account_id, action_id limit :limit")
                        .param("limit", limit)
                        .query(StaffActions::row)
                        .list());
    }

    /** The newest about whatever has an id that begins so: a report across accounts, for staff. */
    public List<StaffAction> about(String beginning, int limit) {
        return transactions.outsideAccounts(() -> jdbc.sql(SELECT + " where starts_with(reference, :beginning)"
                        + " order by done_at desc, account_id, action_id limit :limit")
                .param("beginning", beginning)
                .param("limit", limit)
                .query(StaffActions::row)
                .list());
    }

    private static StaffAction row(ResultSet row, int n) throws SQLException {
        return new StaffAction(
                new AccountId(row.getObject("account_id", UUID.class)),
                new AccountId(row.getObject("staff_id", UUID.class)),
                row.getString("action"),
                row.getString("reference"),
                row.getString("reason"),
                row.getString("outcome"),
                row.getObject("done_at", OffsetDateTime.class).toInstant());
    }
}

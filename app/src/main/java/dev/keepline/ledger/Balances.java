package dev.keepline.ledger;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The balance rows of customers' holds and wallets, moved in SQL inside the transaction that books. */
final class Balances {

    private static final Set<LedgerAccount> KEPT = Set.of(LedgerAccount.CUSTOMER_HOLD, LedgerAccount.CUSTOMER_WALLET);

    /** Always locked in this order, so that two bookings of one customer cannot wait for each other. */
    private static final Comparator<Row> ORDER = Comparator.comparing(
                    (Row row) -> row.code().code())
            .thenComparing(row -> row.currency().getCurrencyCode());

    private final JdbcClient jdbc;

    Balances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(LedgerAccount code, Currency currency) {}

    void move(AccountId account, List<JournalEntry> entries) {
        Map<Row, Long> changes = new TreeMap<>(ORDER);
        for (JournalEntry entry : entries) {
            for (Transfer transfer : entry.transfers()) {
                var amount = transfer.amount();
                // What we owe a customer grows with a credit.
                changes.merge(new Row(transfer.credit(), amount.currency()), amount.minor(), Math::addExact);
                changes.merge(new Row(transfer.debit(), amount.currency()), -amount.minor(), Math::addExact);
            }
        }
        changes.keySet().removeIf(row -> !KEPT.contains(row.code()));
        changes.forEach((row, change) -> move(account, row, change));
    }

    private void move(AccountId account, Row row, long change) {
        if (change > 0) {
            add(account, row, change);
        } else if (change < 0) {
            take(account, row, Math.negateExact(change));
        }
    }

    private void add(AccountId account, Row row, long amount) {
        jdbc.sql("""
                insert into customer_balance (account_id, code, currency, balance_minor)
                values (:account, :code, :currency, :amount)
                on conflict (account_id, code, currency) do update
                   set balance_minor = customer_balance.balance_minor + excluded.balance_minor
                """)
                .param("account", account.value())
                .param("code", row.code().code())
                .param("currency", row.currency().getCurrencyCode())
                .param("amount", amount)
                .update();
    }

    private void take(AccountId account, Row row, long amount) {
        int taken;
        try {
            taken = jdbc.sql("""
                    update customer_balance set balance_minor = balance_minor - :amount
                     where account_id = :account and code = :code and currency = :currency
                    """)
                    .param("account", account.value())
                    .param("code", row.code().code())
                    .param("currency", row.currency().getCurrencyCode())
                    .param("amount", amount)
                    .update();
        } catch (DataIntegrityViolationException belowZero) {
            throw new Overdrawn(account, row.code(), belowZero);
        }
        if (taken == 0) {
            throw new Overdrawn(account, row.code(), new IllegalStateException("nothing was ever there"));
        }
    }

    Money read(AccountId account, LedgerAccount code, Currency currency) {
        long minor = jdbc.sql("""
                select balance_minor from customer_balance
                 where account_id = :account and code = :code and currency = :currency
                """)
                .param("account", account.value())
                .param("code", code.code())
                .param("currency", currency.getCurrencyCode())
                .query(Long.class)
                .optional()
                .orElse(0L);
        return new Money(minor, currency);
    }
}

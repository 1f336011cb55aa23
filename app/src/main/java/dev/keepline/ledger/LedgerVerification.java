package dev.keepline.ledger;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.ledger.AccountPages.Page;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Derives every balance again from the transfers (I3), on this server, page by page. */
@Service
public class LedgerVerification {

    private final JdbcClient jdbc;
    private final AccountPages pages;

    public LedgerVerification(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.pages = new AccountPages(jdbc, transactions);
    }

    /**
     * Reports whatever cannot be.
     *
     * @return how many accounts were verified
     */
    public long verify(Consumer<LedgerDifference> found) {
        return pages.each(page -> {
            differences(page).forEach(found);
        });
    }

    /** What is wrong in one page of accounts. Runs inside the caller's transaction. */
    List<LedgerDifference> differences(Page page) {
        return Stream.concat(balances(page).stream(), emptyEntries(page).stream())
                .toList();
    }

    private List<LedgerDifference> balances(Page page) {
        return jdbc.sql("""
                with moved as (
                  select account_id, credit as code, currency, amount_minor as amount from transfer
                   where account_id between :first and :last and credit in ('customer.hold', 'customer.wallet')
                   union all
                  select account_id, debit, currency, -amount_minor from transfer
                   where account_id between :first and :last and debit in ('customer.hold', 'customer.wallet')),
                derived as (
                  select account_id, code, currency, cast(sum(amount) as bigint) as amount from moved
                   group by account_id, code, currency),
                kept as (
                  select account_id, code, currency, balance_minor as amount from customer_balance
                   where account_id between :first and :last)
                select account_id, code, currency,
                       coalesce(kept.amount, 0) as kept, coalesce(derived.amount, 0) as derived
                  from derived full join kept using (account_id, code, currency)
                 where coalesce(kept.amount, 0) <> coalesce(derived.amount, 0)
                 order by account_id, code, currency
                """)
                .param("first", page.first())
                .param("last", page.last())
                .query((row, number) -> {
                    var currency = Currency.getInstance(row.getString("currency"));
                    return (LedgerDifference) new LedgerDifference.Balance(
                            new AccountId(row.getObject("account_id", UUID.class)),
                            new LedgerAccount(row.getString("code")),
                            new Money(row.getLong("kept"), currency),
                            new Money(row.getLong("derived"), currency));
                })
                .list();
    }

    private List<LedgerDifference> emptyEntries(Page page) {
        return jdbc.sql("""
                select e.account_id, e.template, e.reference from journal_entry e
                 where e.account_id between :first and :last
                   and not exists (
                       select 1 from transfer t where t.account_id = e.account_id and t.entry_id = e.entry_id)
                 order by e.account_id, e.template, e.reference
                """)
                .param("first", page.first())
                .param("last", page.last())
                .query((row, number) -> (LedgerDifference) new LedgerDifference.EmptyEntry(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getString("template"),
                        row.getString("reference")))
                .list();
    }
}

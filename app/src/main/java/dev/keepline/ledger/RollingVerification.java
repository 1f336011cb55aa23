package dev.keepline.ledger;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.Money;
import dev.keepline.ledger.AccountPages.Page;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Proves the books bit by bit while the application runs: a page of accounts at a time, so that no moment pays for all of
 * them. Used by one thread.
 */
@Service
public class RollingVerification {

    private static final String FLOAT = "carrier.float:";

    private final JdbcClient jdbc;
    private final LedgerVerification verification;
    private final AccountPages pages;
    private LedgerPass soFar = LedgerPass.BEGINNING;
    private Optional<Page> last = Optional.empty();

    public RollingVerification(JdbcClient jdbc, LedgerVerification verification, Transactions transactions) {
        this.jdbc = jdbc;
        this.verification = verification;
        this.pages = new AccountPages(jdbc, transactions);
    }

    /** Verifies the next page; yields what the whole walk found when that was the last, and the next call begins anew. */
    public Optional<LedgerPass> step() {
        var page = pages.after(last);
        if (page.isPresent()) {
            soFar = soFar.plus(pages.in(page.get(), this::look));
            last = page;
            return Optional.empty();
        }
        var whole = soFar;
        soFar = LedgerPass.BEGINNING;
        last = Optional.empty();
        return Optional.of(whole);
    }

    private LedgerPass look(Page page) {
        var differences = verification.differences(page);
        var imbalance = new HashMap<Currency, Money>();
        for (var difference : differences) {
            if (difference instanceof LedgerDifference.Balance balance) {
                var off = balance.kept().minus(balance.derived());
                imbalance.merge(off.currency(), off, Money::plus);
            }
        }
        return new LedgerPass(page.accounts(), differences.size(), imbalance, floats(page));
    }

    private record Part(String connector, Money amount) {}

    private Map<String, Map<Currency, Money>> floats(Page page) {
        List<Part> parts = jdbc.sql("""
                select code, currency, cast(sum(amount) as bigint) as amount
                  from (select debit as code, currency, amount_minor as amount from transfer
                         where account_id between :first and :last and debit like 'carrier.float:%'
                         union all
                        select credit, currency, -amount_minor from transfer
                         where account_id between :first and :last and credit like 'carrier.float:%') moved
                 group by code, currency
                """)
                .param("first", page.first())
                .param("last", page.last())
                .query((row, n) -> new Part(
                        row.getString("code").substring(FLOAT.length()),
                        new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency")))))
                .list();
        var floats = new HashMap<String, Map<Currency, Money>>();
        parts.forEach(part -> floats.computeIfAbsent(part.connector(), _ -> new HashMap<>())
                .put(part.amount().currency(), part.amount()));
        return floats;
    }
}

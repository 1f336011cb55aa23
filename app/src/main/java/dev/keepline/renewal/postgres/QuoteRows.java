package dev.keepline.renewal.postgres;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.QuoteId;
import dev.keepline.renewal.Quote;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Quotes in PostgreSQL: written once, never changed. */
public class QuoteRows {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final RenewalJson json = new RenewalJson();

    public QuoteRows(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    public void insert(Quote quote, Instant now) {
        var account = quote.subject().account();
        transactions.inAccount(account, () -> {
            jdbc.sql("""
                    insert into quote (account_id, quote_id, line_id, body, created_at)
                    values (:account, :quote, :line, :body::jsonb, :now)""")
                    .param("account", account.value())
                    .param("quote", quote.id().value())
                    .param("line", quote.subject().line().value())
                    .param("body", json.write(quote))
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        });
    }

    public Optional<Quote> find(AccountId account, QuoteId quote) {
        return transactions.inAccount(
                account,
                () -> jdbc.sql("""
                        select body from quote where account_id = :account and quote_id = :quote""")
                        .param("account", account.value())
                        .param("quote", quote.value())
                        .query((row, n) -> json.read(Quote.class, row.getString("body")))
                        .optional());
    }

    /**
     * Deletes those that no renewal came of: what was promised and bought stays. What the person called the line stood on
     * the gateway's page and is no part of what was agreed.
     */
    public void forget(AccountId account) {
        transactions.inAccount(account, () -> {
            jdbc.sql("""
                    delete from quote q
                     where q.account_id = :account
                       and not exists (select from renewal r where r.account_id = :account and r.line_id = q.line_id
                                          and strpos(cast(r.terms as text), cast(q.quote_id as text)) > 0)""").param("account", account.value()).update();
            jdbc.sql("""
                    update renewal set terms = jsonb_set(terms, '{payment,description}', '""')
                     where account_id = :account and terms #> '{payment,description}' is not null""").param("account", account.value()).update();
        });
    }
}

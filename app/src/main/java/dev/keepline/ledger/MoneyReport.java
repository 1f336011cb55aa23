package dev.keepline.ledger;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The journal as whoever keeps the books reads it: balances by account of the chart, our floats by day, and every transfer. */
@Service
public class MoneyReport {

    private final JdbcClient jdbc;
    private final Transactions transactions;

    MoneyReport(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * What an account of the chart comes to over all customers.
     *
     * @param debit what was debited less what was credited: above zero it is what we have, below zero what we owe or earned
     */
    public record Balance(String account, Money debit) {}

    /** Every account of the chart that ever moved. Their sum is nothing in every currency. */
    public List<Balance> balances() {
        return transactions.outsideAccounts(() -> jdbc.sql("""
                select code, currency, sum(amount) as amount
                  from (select debit as code, currency, amount_minor as amount from transfer
                        union all select credit, currency, -amount_minor from transfer) t
                 group by code, currency order by code, currency""")
                .query((row, n) -> new Balance(row.getString("code"), money(row)))
                .list());
    }

    /**
     * What happened to a float on one day, UTC.
     *
     * @param template of the journal, for example {@code carrier.order}
     * @param change of the float
     */
    public record FloatDay(LocalDate day, String connector, String template, int entries, Money change) {}

    /** Floats by day, the newest first. */
    public List<FloatDay> floats(Instant since) {
        return transactions.outsideAccounts(() -> jdbc.sql("""
                select cast(e.booked_at at time zone 'UTC' as date) as day, split_part(t.code, ':', 2) as connector,
                       e.template, t.currency, count(*) as entries, sum(t.amount) as amount
                  from (select account_id, entry_id, debit as code, currency, amount_minor as amount from transfer
                         where debit like 'carrier.float:%'
                        union all select account_id, entry_id, credit, currency, -amount_minor from transfer
                         where credit like 'carrier.float:%') t
                  join journal_entry e on e.account_id = t.account_id and e.entry_id = t.entry_id
                 where e.booked_at >= :since
                 group by 1, 2, 3, 4 order by 1 desc, 2, 3, 4""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new FloatDay(
                        row.getObject("day", LocalDate.class),
                        row.getString("connector"),
                        row.getString("template"),
                        row.getInt("entries"),
                        money(row)))
                .list());
    }

    /** One transfer with the fact it belongs to. */
    public record Line(
            Instant bookedAt,
            String template,
            String reference,
            AccountId account,
            Optional<String> renewal,
            String debit,
            String credit,
            Money amount) {}

    /** Every transfer booked from then on and before the other, in order. */
    public void lines(Instant from, Instant before, Consumer<Line> each) {
        transactions.outsideAccounts(() -> {
            jdbc.sql("""
                    select e.booked_at, e.template, e.reference, e.account_id, e.renewal_id::text as renewal_id,
                           t.debit, t.credit, t.currency, t.amount_minor as amount
                      from journal_entry e join transfer t on t.account_id = e.account_id and t.entry_id = e.entry_id
                     where e.booked_at >= :from and e.booked_at < :before
                     order by e.booked_at, e.account_id, e.entry_id, t.n""")
                    .param("from", from.atOffset(ZoneOffset.UTC))
                    .param("before", before.atOffset(ZoneOffset.UTC))
                    .query((row, n) -> line(row))
                    .list()
                    .forEach(each);
            return true;
        });
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("booked_at", OffsetDateTime.class).toInstant(),
                row.getString("template"),
                row.getString("reference"),
                new AccountId(row.getObject("account_id", UUID.class)),
                Optional.ofNullable(row.getString("renewal_id")),
                row.getString("debit"),
                row.getString("credit"),
                money(row));
    }

    private static Money money(ResultSet row) throws SQLException {
        return new Money(row.getBigDecimal("amount").longValueExact(), Currency.getInstance(row.getString("currency")));
    }
}

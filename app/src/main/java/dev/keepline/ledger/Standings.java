package dev.keepline.ledger;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import dev.keepline.ledger.AccountPages.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What our books say of others: payments at gateways, orders and floats at connectors. To be compared with what they say. */
@Service
public class Standings {

    private final JdbcClient jdbc;
    private final AccountPages pages;

    public Standings(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.pages = new AccountPages(jdbc, transactions);
    }

    /** Payments that were booked on since then, and older ones that still hold or owe something. */
    public void payments(Instant since, Consumer<PaymentStanding> each) {
        pages.each(page -> jdbc.sql("""
                with moved as (
                  select t.account_id, t.entry_id, t.debit as code, t.currency, t.amount_minor as amount from transfer t
                   where t.account_id between :first and :last and t.debit ~ '^(gateway|refunds)[.]'
                   union all
                  select t.account_id, t.entry_id, t.credit, t.currency, -t.amount_minor from transfer t
                   where t.account_id between :first and :last and t.credit ~ '^(gateway|refunds)[.]'),
                standing as (
                  select m.account_id, split_part(m.code, ':', 2) as counterpart, split_part(e.reference, '#', 1) as reference, m.currency,
                         max(cast(e.renewal_id as text)) as renewal_id, max(e.booked_at) as last_at,
                         coalesce(sum(m.amount) filter (where m.code like 'gateway.authorised:%'), 0) as held,
                         coalesce(sum(m.amount) filter (where m.code like 'gateway.clearing:%'), 0) as taken,
                         coalesce(-sum(m.amount) filter (where m.code like 'refunds.pending:%'), 0) as promised,
                         coalesce(sum(m.amount) filter (where m.code like 'refunds.pending:%'
                                                          and e.template = 'refund.otherwise'), 0) as returned
                    from moved m
                    join journal_entry e on e.account_id = m.account_id and e.entry_id = m.entry_id
                   group by m.account_id, counterpart, split_part(e.reference, '#', 1), m.currency)
                select * from standing where last_at >= :since or held <> 0 or promised <> 0
                 order by account_id, counterpart, reference, currency
                """)
                .param("first", page.first())
                .param("last", page.last())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> payment(row))
                .list()
                .forEach(each));
    }

    /** Orders that were booked on since then. */
    public void orders(Instant since, Consumer<OrderStanding> each) {
        pages.each(page -> jdbc.sql("""
                with moved as (
                  select t.account_id, t.entry_id, t.debit as code, t.currency, t.amount_minor as amount from transfer t
                   where t.account_id between :first and :last and t.debit like 'carrier.cost:%'
                   union all
                  select t.account_id, t.entry_id, t.credit, t.currency, -t.amount_minor from transfer t
                   where t.account_id between :first and :last and t.credit like 'carrier.cost:%'),
                standing as (
                  select m.account_id, split_part(m.code, ':', 2) as counterpart, e.reference, m.currency,
                         max(cast(e.renewal_id as text)) as renewal_id, max(e.booked_at) as last_at,
                         sum(m.amount) as cost
                    from moved m
                    join journal_entry e on e.account_id = m.account_id and e.entry_id = m.entry_id
                   group by m.account_id, counterpart, e.reference, m.currency)
                select * from standing where last_at >= :since
                 order by account_id, counterpart, reference, currency
                """)
                .param("first", page.first())
                .param("last", page.last())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> order(row))
                .list()
                .forEach(each));
    }

    /** Our float at a connector by our books, in each currency that ever moved there. */
    public Map<Currency, Money> floatAt(String connector) {
        var floats = new HashMap<Currency, Money>();
        pages.each(page -> floatOf(connector, page, part -> floats.merge(part.currency(), part, Money::plus)));
        return floats;
    }

    private void floatOf(String connector, Page page, Consumer<Money> each) {
        jdbc.sql("""
                select currency, sum(case when debit = :code then amount_minor else -amount_minor end) as amount
                  from transfer
                 where account_id between :first and :last and (debit = :code or credit = :code)
                 group by currency
                """)
                .param("first", page.first())
                .param("last", page.last())
                .param("code", LedgerAccount.carrierFloat(connector).code())
                .query((row, number) -> money(row, "amount"))
                .list()
                .forEach(each);
    }

    private static PaymentStanding payment(ResultSet row) throws SQLException {
        return new PaymentStanding(
                new AccountId(row.getObject("account_id", UUID.class)),
                about(row),
                row.getString("counterpart"),
                row.getString("reference"),
                money(row, "held"),
                money(row, "taken"),
                money(row, "promised"),
                money(row, "returned"),
                row.getObject("last_at", OffsetDateTime.class).toInstant());
    }

    private static OrderStanding order(ResultSet row) throws SQLException {
        return new OrderStanding(
                new AccountId(row.getObject("account_id", UUID.class)),
                about(row),
                row.getString("counterpart"),
                row.getString("reference"),
                money(row, "cost"),
                row.getObject("last_at", OffsetDateTime.class).toInstant());
    }

    private static Optional<RenewalId> about(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("renewal_id")).map(RenewalId::parse);
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getBigDecimal(column).longValueExact(), Currency.getInstance(row.getString("currency")));
    }
}

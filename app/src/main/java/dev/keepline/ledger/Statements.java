package dev.keepline.ledger;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The journal as a customer reads it: every movement of their money, and nothing of what is only ours. */
@Service
public class Statements {

    /**
     * Each template that moves a customer's money, what it is to them, and by which transfers it is counted. A template
     * that is not here is only the operator's own: what a carrier costs us, what we pay into a float.
     */
    private static final String MOVED = """
            with moved as (
              select e.account_id, e.entry_id, e.booked_at, e.renewal_id, k.kind, t.currency,
                     sum(t.amount_minor)::bigint as amount
                from journal_entry e
                join (values ('payment.authorise', 'HELD', 'credit', 'customer.hold'),
                             ('payment.release', 'RELEASED', 'debit', 'customer.hold'),
                             ('renewal.capture', 'CHARGED', 'debit', 'gateway.clearing:%'),
                             ('renewal.receivable', 'OWED', 'debit', 'receivable.renewals'),
                             ('refund.start', 'REFUNDING', 'credit', 'refunds.pending:%'),
                             ('refund.returned', 'REFUNDING', 'credit', 'refunds.pending:%'),
                             ('refund.done', 'REFUNDED', 'debit', 'refunds.pending:%'),
                             ('refund.otherwise', 'RETURNED', 'debit', 'refunds.pending:%'))
                     as k (template, kind, side, code) on k.template = e.template
                join transfer t on t.account_id = e.account_id and t.entry_id = e.entry_id
                               and case k.side when 'debit' then t.debit else t.credit end like k.code
               where e.account_id = :account
                 and e.booked_at >= :from and e.booked_at < :until
                 and (not :some or e.renewal_id = any(:renewals))
               group by e.account_id, e.entry_id, e.booked_at, e.renewal_id, k.kind, t.currency)
            """;

    private final JdbcClient jdbc;
    private final Transactions transactions;

    public Statements(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Which movements.
     *
     * @param renewals only those for one of these; empty for all
     * @param from at this moment or later
     * @param until before this moment
     */
    public record Selection(Optional<Collection<RenewalId>> renewals, Instant from, Instant until) {

        /** Before anything was ever booked, and after: what the database's times can hold. */
        public static final Instant EVER = Instant.EPOCH;

        public static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

        public static final Selection ALL = new Selection(Optional.empty(), EVER, NEVER);
    }

    /** What was taken and what came back in one month. */
    public record Month(YearMonth month, Money charged, Money refunded) {

        /** What the month cost in the end; below zero when more came back than was taken. */
        public Money spent() {
            return charged.minus(refunded);
        }
    }

    /**
     * Movements of these kinds, newest first.
     *
     * @param after only those that come after this place; empty to begin with the newest
     */
    public List<Movement> page(
            AccountId account,
            Selection selection,
            Set<Movement.Kind> kinds,
            Optional<Movement.Position> after,
            int limit) {
        return transactions.inAccount(
                account,
                () -> select(MOVED + """
                select entry_id, kind, renewal_id, amount, currency, booked_at from moved
                 where account_id = :account and kind = any(:kinds)
                   and (booked_at, entry_id) < (:afterAt, :afterEntry)
                 order by booked_at desc, entry_id desc limit :limit""", account, selection)
                        .param("kinds", kinds.stream().map(Enum::name).toArray(String[]::new))
                        .param("afterAt", at(after.map(Movement.Position::at).orElse(Selection.NEVER)))
                        .param("afterEntry", after.map(Movement.Position::entry).orElse(new UUID(-1, -1)))
                        .param("limit", limit)
                        .query((row, n) -> new Movement(
                                row.getObject("entry_id", UUID.class),
                                Movement.Kind.valueOf(row.getString("kind")),
                                Optional.ofNullable(row.getObject("renewal_id", UUID.class))
                                        .map(RenewalId::new),
                                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
                                row.getObject("booked_at", OffsetDateTime.class).toInstant()))
                        .list());
    }

    /**
     * What was taken and came back by month, oldest first; months without either are left out.
     *
     * @param zone of the months
     */
    public List<Month> months(AccountId account, Selection selection, ZoneId zone, Currency currency) {
        return transactions.inAccount(
                account,
                () -> select(MOVED + """
                select to_char(booked_at at time zone :zone, 'YYYY-MM') as month,
                       coalesce(sum(amount) filter (where kind = 'CHARGED'), 0)::bigint as charged,
                       coalesce(sum(amount) filter (where kind in ('REFUNDED', 'RETURNED')), 0)::bigint as refunded
                  from moved
                 where account_id = :account and kind in ('CHARGED', 'REFUNDED', 'RETURNED') and currency = :currency
                 group by 1 order by 1""", account, selection)
                        .param("zone", zone.getId())
                        .param("currency", currency.getCurrencyCode())
                        .query((row, n) -> new Month(
                                YearMonth.parse(row.getString("month")),
                                new Money(row.getLong("charged"), currency),
                                new Money(row.getLong("refunded"), currency)))
                        .list());
    }

    /** What was promised back to the customer and is not confirmed yet, by the renewal it was paid for. */
    public Map<RenewalId, Money> returning(AccountId account, Currency currency) {
        record Row(RenewalId renewal, Money amount) {}
        return transactions
                .inAccount(
                        account,
                        () -> select(MOVED + """
                select renewal_id, sum(case kind when 'REFUNDING' then amount else -amount end)::bigint as amount from moved
                 where account_id = :account and kind in ('REFUNDING', 'REFUNDED', 'RETURNED') and currency = :currency
                   and renewal_id is not null
                 group by renewal_id
                having sum(case kind when 'REFUNDING' then amount else -amount end) > 0""", account, Selection.ALL)
                                .param("currency", currency.getCurrencyCode())
                                .query((row, n) -> new Row(
                                        new RenewalId(row.getObject("renewal_id", UUID.class)),
                                        new Money(row.getLong("amount"), currency)))
                                .list())
                .stream()
                .collect(Collectors.toMap(Row::renewal, Row::amount));
    }

    /** When money of this account first moved. */
    public Optional<Instant> firstAt(AccountId account) {
        return transactions.inAccount(
                account,
                () -> jdbc.sql("select min(booked_at) from journal_entry where account_id = :account")
                        .param("account", account.value())
                        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                        .single()
                        .map(OffsetDateTime::toInstant));
    }

    private JdbcClient.StatementSpec select(String sql, AccountId account, Selection selection) {
        return jdbc.sql(sql)
                .param("account", account.value())
                .param("from", at(selection.from()))
                .param("until", at(selection.until()))
                .param("some", selection.renewals().isPresent())
                .param(
                        "renewals",
                        selection.renewals().orElse(List.of()).stream()
                                .map(RenewalId::value)
                                .toArray(UUID[]::new));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

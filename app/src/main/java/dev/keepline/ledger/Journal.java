package dev.keepline.ledger;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Writes the journal. A fact, named by template and reference, is booked once, with its balances, in one transaction. */
@Service
public class Journal {

    /** The operator's own books, for what belongs to no customer. */
    public static final AccountId OPERATOR = new AccountId(new UUID(0, 0));

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Balances balances;

    public Journal(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.balances = new Balances(jdbc);
    }

    /**
     * Books entries in the caller's transaction where there is one; those that were booked before are left out.
     *
     * @param about the renewal the money moves for; empty for the operator's own movements
     * @param bookedAt when the facts happened
     * @throws Overdrawn when a hold or wallet would fall below zero
     * @throws IllegalStateException when one was booked before with other transfers: the same fact cannot have happened in
     *     two ways
     */
    public Booking book(AccountId account, Optional<RenewalId> about, List<JournalEntry> entries, Instant bookedAt) {
        return transactions.inAccount(account, () -> {
            var fresh = entries.stream()
                    .filter(entry -> insert(account, about, entry, bookedAt))
                    .toList();
            balances.move(account, fresh);
            return fresh.isEmpty() && !entries.isEmpty() ? Booking.ALREADY_BOOKED : Booking.BOOKED;
        });
    }

    /** An entry as it was booked; empty when it was not. */
    public Optional<JournalEntry> find(AccountId account, String template, String reference) {
        var transfers = transactions.inAccount(account, () -> stored(account, template, reference));
        return transfers.isEmpty() ? Optional.empty() : Optional.of(new JournalEntry(template, reference, transfers));
    }

    /** What a customer has in hold or wallet. */
    public Money balance(AccountId account, LedgerAccount code, Currency currency) {
        return transactions.inAccount(account, () -> balances.read(account, code, currency));
    }

    /** @return whether the fact is new */
    private boolean insert(AccountId account, Optional<RenewalId> about, JournalEntry entry, Instant bookedAt) {
        Optional<UUID> id = jdbc.sql("""
                insert into journal_entry (account_id, template, reference, renewal_id, booked_at)
                values (:account, :template, :reference, :renewal, :bookedAt)
                on conflict (account_id, template, reference) do nothing
                returning entry_id
                """)
                .param("account", account.value())
                .param("template", entry.template())
                .param("reference", entry.reference())
                .param("renewal", about.map(RenewalId::value).orElse(null))
                .param("bookedAt", bookedAt.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
        if (id.isEmpty()) {
            requireSame(account, entry);
            return false;
        }
        insertTransfers(account, id.get(), entry.transfers());
        return true;
    }

    private void insertTransfers(AccountId account, UUID entry, List<Transfer> transfers) {
        jdbc.sql("""
                insert into transfer (account_id, entry_id, n, debit, credit, amount_minor, currency)
                select :account, :entry, t.n, t.debit, t.credit, t.amount, t.currency
                  from unnest(cast(:debits as text[]), cast(:credits as text[]), cast(:amounts as bigint[]),
                              cast(:currencies as text[])) with ordinality as t (debit, credit, amount, currency, n)
                """)
                .param("account", account.value())
                .param("entry", entry)
                .param("debits", texts(transfers, t -> t.debit().code()))
                .param("credits", texts(transfers, t -> t.credit().code()))
                .param(
                        "amounts",
                        transfers.stream().map(t -> t.amount().minor()).toArray(Long[]::new))
                .param("currencies", texts(transfers, t -> t.amount().currency().getCurrencyCode()))
                .update();
    }

    private static String[] texts(List<Transfer> transfers, java.util.function.Function<Transfer, String> part) {
        return transfers.stream().map(part).toArray(String[]::new);
    }

    private void requireSame(AccountId account, JournalEntry entry) {
        var stored = stored(account, entry.template(), entry.reference());
        if (!stored.equals(entry.transfers())) {
            throw new IllegalStateException(entry + " was booked before as " + stored);
        }
    }

    private List<Transfer> stored(AccountId account, String template, String reference) {
        return jdbc.sql("""
                select t.debit, t.credit, t.amount_minor, t.currency
                  from journal_entry e
                  join transfer t on t.account_id = e.account_id and t.entry_id = e.entry_id
                 where e.account_id = :account and e.template = :template and e.reference = :reference
                 order by t.n
                """)
                .param("account", account.value())
                .param("template", template)
                .param("reference", reference)
                .query((row, number) -> new Transfer(
                        new LedgerAccount(row.getString("debit")),
                        new LedgerAccount(row.getString("credit")),
                        new Money(row.getLong("amount_minor"), Currency.getInstance(row.getString("currency")))))
                .list();
    }
}

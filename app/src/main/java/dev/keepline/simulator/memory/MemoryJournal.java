package dev.keepline.simulator.memory;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.ledger.JournalEntry;
import dev.keepline.ledger.LedgerAccount;
import dev.keepline.ledger.Transfer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The append-only journal with the balances that may never fall below zero. */
public final class MemoryJournal {

    private record Key(AccountId account, String template, String reference) {}

    private record Owner(AccountId account, LedgerAccount ledgerAccount) {}

    private final Map<Key, JournalEntry> entries = new LinkedHashMap<>();
    private final Map<Owner, Money> balances = new HashMap<>();

    /** The entries of one customer in the order they were booked. */
    public List<JournalEntry> of(AccountId account) {
        return entries.entrySet().stream()
                .filter(e -> e.getKey().account.equals(account))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** How many entries there are. */
    public int size() {
        return entries.size();
    }

    /** Whether every balance is the sum of its transfers, derived again from the entries. */
    public boolean proven() {
        var again = new HashMap<Owner, Money>();
        entries.forEach((key, entry) -> add(again, key.account, entry));
        return again.equals(balances);
    }

    private static void add(Map<Owner, Money> to, AccountId account, JournalEntry entry) {
        for (var transfer : entry.transfers()) {
            var amount = transfer.amount();
            to.merge(
                    new Owner(account, transfer.debit()),
                    Money.zero(amount.currency()).minus(amount),
                    Money::plus);
            to.merge(new Owner(account, transfer.credit()), amount, Money::plus);
        }
    }

    /** What one customer's entries left on an account: credits less debits. */
    public long balance(AccountId account, LedgerAccount of) {
        var balance = balances.get(new Owner(account, of));
        return balance == null ? 0 : balance.minor();
    }

    /**
     * The entries that are not booked yet; the same fact again is left out.
     *
     * @throws IllegalStateException when another fact has the name, or a customer's balance would fall below zero
     */
    List<JournalEntry> check(AccountId account, List<JournalEntry> wanted) {
        var fresh = new ArrayList<JournalEntry>();
        var after = new HashMap<LedgerAccount, Money>();
        for (var entry : wanted) {
            var booked = entries.get(key(account, entry));
            if (booked == null) {
                fresh.add(entry);
                entry.transfers().forEach(t -> apply(account, t, after));
            } else if (!booked.equals(entry)) {
                throw new IllegalStateException("booked otherwise before: " + entry);
            }
        }
        after.forEach((of, balance) -> {
            if (protectedAccount(of) && balance.minor() < 0) {
                throw new IllegalStateException(of.code() + " would be " + balance);
            }
        });
        return fresh;
    }

    private void apply(AccountId account, Transfer transfer, Map<LedgerAccount, Money> after) {
        var zero = Money.zero(transfer.amount().currency());
        var debit =
                after.getOrDefault(transfer.debit(), balances.getOrDefault(new Owner(account, transfer.debit()), zero));
        after.put(transfer.debit(), debit.minus(transfer.amount()));
        var credit = after.getOrDefault(
                transfer.credit(), balances.getOrDefault(new Owner(account, transfer.credit()), zero));
        after.put(transfer.credit(), credit.plus(transfer.amount()));
    }

    /** Books what {@link #check} let pass. */
    void append(AccountId account, List<JournalEntry> checked) {
        for (var entry : checked) {
            entries.put(key(account, entry), entry);
            add(balances, account, entry);
        }
    }

    private static boolean protectedAccount(LedgerAccount of) {
        return of.equals(LedgerAccount.CUSTOMER_HOLD) || of.equals(LedgerAccount.CUSTOMER_WALLET);
    }

    private static Key key(AccountId account, JournalEntry entry) {
        return new Key(account, entry.template(), entry.reference());
    }
}

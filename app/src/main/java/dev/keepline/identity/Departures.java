package dev.keepline.identity;

import dev.keepline.database.Transactions;
import dev.keepline.identity.links.AccountLetters;
import dev.keepline.identity.links.Links;
import dev.keepline.identity.store.AccountRows;
import dev.keepline.identity.store.LoginRows;
import dev.keepline.jobs.Jobs;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/** Deletes accounts: who somebody was is erased; the journal stays, under an account that names nobody. */
@Service
public class Departures {

    static final String KIND = "account-departure";

    /** After this long a worker takes over what a crash cut short. */
    private static final Duration SAFETY = Duration.ofMinutes(1);

    private final Farewell farewell;
    private final Rows rows;
    private final AccountLetters letters;
    private final Jobs jobs;
    private final Transactions transactions;

    Departures(Farewell farewell, Rows rows, AccountLetters letters, Jobs jobs, Transactions transactions) {
        this.farewell = farewell;
        this.rows = rows;
        this.letters = letters;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /** Where an account stands. */
    @org.springframework.stereotype.Component
    record Rows(AccountRows accounts, LoginRows logins, Links links, InstantSource clock) {}

    /**
     * Why the account cannot be deleted now; empty when it can. So long the old address can take it back it stays, or a
     * thief would only have to delete it.
     */
    public Set<String> obstacles(AccountId account) {
        var all = new TreeSet<>(farewell.obstacles(account));
        if (rows.links().isOpen(account, Purpose.OLD_EMAIL, rows.clock().instant())) {
            all.add("undo");
        }
        return all;
    }

    /**
     * Deletes the account. Whose right it is, the caller has found out, and ends its sessions. Nobody can sign in first of
     * all; what a crash cuts short a job finishes.
     *
     * @return false when something is in the way
     */
    public boolean delete(AccountId account) {
        if (!obstacles(account).isEmpty()) {
            return false;
        }
        transactions.inAccount(account, () -> {
            rows.accounts().deletePassword(account);
            jobs.schedule(
                    new WakeRef(KIND, account, "1"), rows.clock().instant().plus(SAFETY));
        });
        finish(account);
        return true;
    }

    /** Erases everything; again after a crash, until the addresses are free. */
    void finish(AccountId account) {
        var known = transactions.inAccount(account, () -> rows.accounts().recipient(account));
        var addresses =
                new HashSet<>(transactions.outsideAccounts(() -> rows.logins().all(account)));
        known.ifPresent(reader -> addresses.add(reader.email()));
        farewell.release(account, Set.copyOf(addresses));
        for (var address : addresses) {
            rows.links().forget(LinkRequests.NOBODY, address);
            letters.forget(LinkRequests.NOBODY, address);
        }
        known.ifPresent(reader -> transactions.inAccount(account, () -> {
            letters.forget(account);
            letters.send(reader, "deleted", "1", Map.of("email", reader.email().value()), Optional.empty());
            rows.accounts().erase(account);
        }));
        transactions.outsideAccounts(() -> {
            rows.logins().deleteAll(account);
            return true;
        });
    }
}

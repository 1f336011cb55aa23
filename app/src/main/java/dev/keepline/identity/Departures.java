package dev.keepline.identity;

import dev.keepline.database.Transactions;
import dev.keepline.identity.links.AccountLetters;
import dev.keepline.identity.store.AccountRows;
import dev.keepline.identity.store.LoginRows;
import dev.keepline.kernel.AccountId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Deletes accounts: who somebody was is erased; the journal stays, under an account that names nobody. */
@Service
public class Departures {

    private final Farewell farewell;
    private final AccountRows accounts;
    private final LoginRows logins;
    private final AccountLetters letters;
    private final Transactions transactions;

    Departures(
            Farewell farewell,
            AccountRows accounts,
            LoginRows logins,
            AccountLetters letters,
            Transactions transactions) {
        this.farewell = farewell;
        this.accounts = accounts;
        this.logins = logins;
        this.letters = letters;
        this.transactions = transactions;
    }

    /** Why the account cannot be deleted now; empty when it can. */
    public Set<String> obstacles(AccountId account) {
        return farewell.obstacles(account);
    }

    /**
     * Deletes the account. Whose right it is, the caller has found out, and ends its sessions. Nobody can sign in first of
     * all, so that a crash in between leaves nothing that could be used.
     *
     * @return false when something is in the way
     */
    public boolean delete(AccountId account) {
        if (!obstacles(account).isEmpty()) {
            return false;
        }
        transactions.outsideAccounts(() -> {
            logins.deleteAll(account);
            return true;
        });
        farewell.release(account);
        transactions.inAccount(account, () -> {
            accounts.recipient(account)
                    .ifPresent(to -> letters.send(
                            to, "deleted", "1", Map.of("email", to.email().value()), Optional.empty()));
            accounts.erase(account);
        });
        return true;
    }
}

package dev.keepline.identity.store;

import dev.keepline.database.Transactions;
import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.Recipient;
import dev.keepline.kernel.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which address leads to an account, and where the account reads its mail. */
@Component
public class Addresses {

    private final AccountRows accounts;
    private final LoginRows logins;
    private final Transactions transactions;

    Addresses(AccountRows accounts, LoginRows logins, Transactions transactions) {
        this.accounts = accounts;
        this.logins = logins;
        this.transactions = transactions;
    }

    /** Where the account reads its mail now. */
    public Optional<Recipient> of(AccountId account) {
        return transactions.inAccount(account, () -> accounts.recipient(account));
    }

    /** Makes the address lead to the account; false when it is another's, or kept for another. */
    public boolean claim(EmailAddress email, AccountId account, Instant now) {
        return transactions.outsideAccounts(() -> logins.insert(email, account, now)
                || logins.find(email).filter(account::equals).isPresent());
    }

    /** Where the account reads its mail from now on; in the caller's transaction. */
    public void set(AccountId account, EmailAddress email) {
        transactions.inAccount(account, () -> accounts.updateEmail(account, email));
    }

    /** The address leads nowhere, and is kept for the account so long. */
    public void keep(EmailAddress email, AccountId account, Instant until) {
        transactions.outsideAccounts(() -> {
            logins.keep(email, account, until);
            return true;
        });
    }

    /** Anybody may have the address. */
    public void free(EmailAddress email, AccountId account) {
        transactions.outsideAccounts(() -> {
            logins.delete(email, account);
            return true;
        });
    }
}

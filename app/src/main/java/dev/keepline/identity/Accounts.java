package dev.keepline.identity;

import dev.keepline.database.Transactions;
import dev.keepline.identity.signin.Passwords;
import dev.keepline.identity.store.AccountRows;
import dev.keepline.identity.store.LoginRows;
import dev.keepline.kernel.AccountId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Accounts of customers; those of the operator's staff are accounts too. */
@Service
public class Accounts {

    private final AccountRows accounts;
    private final LoginRows logins;
    private final Passwords passwords;
    private final Transactions transactions;

    Accounts(AccountRows accounts, LoginRows logins, Passwords passwords, Transactions transactions) {
        this.accounts = accounts;
        this.logins = logins;
        this.passwords = passwords;
        this.transactions = transactions;
    }

    /**
     * Makes an account that signs in with this password: account and log-in in one transaction, so that neither is ever
     * without the other, however many ask for the same address at once.
     *
     * @return false when the address has an account already; nobody can sign in to a new one then
     */
    public boolean create(NewAccount fresh, String password, Instant now) {
        if (byEmail(fresh.email()).isPresent()) {
            return false;
        }
        var hash = passwords.hash(password);
        return transactions.inAccount(fresh.id(), () -> {
            if (!logins.insert(fresh.email(), fresh.id(), now)) {
                return false;
            }
            accounts.insert(fresh, hash, now);
            return true;
        });
    }

    /** The account that signs in with this address. */
    public Optional<AccountId> byEmail(EmailAddress email) {
        return transactions.outsideAccounts(() -> logins.find(email));
    }

    /** Who an account is, with its rights as they are now. */
    public Optional<CurrentAccount> find(AccountId account) {
        return transactions.oneStatement(account, () -> accounts.find(account));
    }

    /** Where letters to this account go, in the language of the person; empty when the account is gone. */
    public Optional<Recipient> recipient(AccountId account) {
        return transactions.oneStatement(account, () -> accounts.recipient(account));
    }

    Optional<String> passwordHash(AccountId account) {
        return transactions.inAccount(account, () -> accounts.passwordHash(account));
    }

    /** Lets an account into the console. */
    public void makeStaff(AccountId account, Instant now) {
        transactions.inAccount(account, () -> accounts.insertStaff(account, now));
    }

    /** Changes how a person is called and in which zone their times are shown. */
    public void setPerson(AccountId account, String name, ZoneId zone) {
        transactions.inAccount(account, () -> accounts.updatePerson(account, name, zone));
    }

    /** Remembers the language a person switched the pages to; letters change with them as long as they follow the pages. */
    public void setLanguage(AccountId account, String tag) {
        transactions.inAccount(account, () -> accounts.updateLanguage(account, tag));
    }

    /** What letters are written in; empty when the account is gone. */
    public Optional<LetterLanguage> letters(AccountId account) {
        return transactions.oneStatement(account, () -> accounts.letters(account));
    }

    /** Changes what letters are written in, and no page. */
    public void setLetters(AccountId account, LetterLanguage letters) {
        transactions.inAccount(account, () -> accounts.updateLetters(account, letters));
    }
}

package dev.keepline.identity;

import dev.keepline.database.Transactions;
import dev.keepline.identity.links.AccountLetters;
import dev.keepline.identity.links.Links;
import dev.keepline.identity.signin.Passwords;
import dev.keepline.identity.store.AccountRows;
import dev.keepline.kernel.AccountId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Gives accounts new passwords, and tells the person by e-mail. Whose right it is, the caller has found out. */
@Service
class NewPasswords {

    private final AccountRows accounts;
    private final Passwords passwords;
    private final AccountLetters letters;
    private final Links links;
    private final Transactions transactions;

    NewPasswords(
            AccountRows accounts, Passwords passwords, AccountLetters letters, Links links, Transactions transactions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.letters = letters;
        this.links = links;
        this.transactions = transactions;
    }

    /** What is wrong with it as a password of this account; empty when nothing is. */
    Optional<PasswordRules.Problem> problem(AccountId account, String password) {
        Optional<PasswordRules.Problem> poor = transactions.inAccount(account, () -> {
            var name = accounts.find(account).map(CurrentAccount::name).orElse("");
            return accounts.recipient(account).flatMap(to -> OwnWords.problem(password, name, to.email()));
        });
        return poor.isPresent() || !isKnown(account, password) ? poor : Optional.of(PasswordRules.Problem.SAME);
    }

    private ZoneId zone(AccountId account) {
        return accounts.find(account).map(CurrentAccount::zone).orElse(ZoneOffset.UTC);
    }

    private boolean isKnown(AccountId account, String password) {
        var hashes = transactions.inAccount(account, () -> accounts.passwordHashes(account));
        return hashes.stream().anyMatch(hash -> passwords.matches(password, hash));
    }

    /** A digest to which nobody knows the password. Not to be computed inside a transaction. */
    String nobodys() {
        return passwords.hash(UUID.randomUUID() + " " + UUID.randomUUID());
    }

    /** In the caller's transaction: the password opens nothing any more, only a recovery does. */
    void shut(AccountId account, String nobodys, Instant now) {
        accounts.updatePassword(account, nobodys, now);
    }

    /**
     * Computes outside any transaction; {@code with} commits together with the new password, or says no. Whatever waits to
     * change the account ends with it, but for the way back to an old address: a thief must not end that.
     */
    boolean set(AccountId account, String password, Instant now, java.util.function.BooleanSupplier with) {
        var hash = passwords.hash(password);
        return transactions.inAccount(account, () -> {
            if (!with.getAsBoolean()) {
                return false;
            }
            accounts.updatePassword(account, hash, now);
            links.endPending(account, now);
            accounts.recipient(account)
                    .ifPresent(to -> letters.send(
                            to,
                            "password",
                            UUID.randomUUID().toString(),
                            Map.of("email", to.email().value(), "at", now.atZone(zone(account))),
                            Optional.of("/recover")));
            return true;
        });
    }
}

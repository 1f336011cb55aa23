package dev.keepline.identity;

import dev.keepline.identity.signin.Passwords;
import dev.keepline.identity.signin.Subject;
import dev.keepline.identity.signin.TryLimit;
import dev.keepline.kernel.AccountId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks somebody who is signed in for the password again, before what cannot be undone by signing out. */
@Component
class Reentry {

    private final Accounts accounts;
    private final TryLimit limit;
    private final Passwords passwords;
    private final InstantSource clock;

    Reentry(Accounts accounts, TryLimit limit, Passwords passwords, InstantSource clock) {
        this.accounts = accounts;
        this.limit = limit;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Why it is not the person; empty when it is. Tries count together with those to sign in. */
    Optional<Changed> refuse(AccountId account, String password, String from) {
        var to = accounts.recipient(account);
        if (to.isEmpty()) {
            return Optional.of(new Changed.Wrong());
        }
        Optional<Instant> until = limit.take(Subject.PASSWORD, to.get().email(), from, clock.instant());
        if (until.isPresent()) {
            return Optional.of(new Changed.Wait(until.get()));
        }
        var hash = accounts.passwordHash(account).orElse(passwords.hashOfNobody());
        if (!passwords.matches(password, hash)) {
            return Optional.of(new Changed.Wrong());
        }
        limit.succeeded(to.get().email());
        return Optional.empty();
    }
}

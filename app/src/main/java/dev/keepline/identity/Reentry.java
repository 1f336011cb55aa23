package dev.keepline.identity;

import dev.keepline.identity.signin.Passwords;
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

    /** Why it is not the person of this session; empty when it is. Nobody outside the session uses up its tries. */
    Optional<Changed> refuseInSession(AccountId account, String password, String session) {
        var refused = refuse(account, password, limit.again(account, session, clock.instant()));
        if (refused.isEmpty()) {
            limit.succeeded(account, session);
        }
        return refused;
    }

    /** Why it is not the account's owner, who is not signed in; empty when it is. Counts like signing in. */
    Optional<Changed> refuse(AccountId account, String password, Origin origin) {
        var to = accounts.recipient(account);
        if (to.isEmpty()) {
            return Optional.of(new Changed.Wrong());
        }
        var email = to.get().email();
        var refused = refuse(account, password, limit.password(email, origin, clock.instant()));
        if (refused.isEmpty()) {
            limit.succeeded(email, origin, clock.instant());
        }
        return refused;
    }

    private Optional<Changed> refuse(AccountId account, String password, Optional<Instant> until) {
        if (until.isPresent()) {
            return Optional.of(new Changed.Wait(until.get()));
        }
        var hash = accounts.passwordHash(account).orElse(passwords.hashOfNobody());
        return passwords.matches(password, hash) ? Optional.empty() : Optional.of(new Changed.Wrong());
    }
}

package dev.keepline.identity;

import dev.keepline.identity.signin.Passwords;
import dev.keepline.identity.signin.TryLimit;
import dev.keepline.kernel.AccountId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Signs people in. The answer, and the time it takes, is the same whether an account exists or not. */
@Service
public class SignIn {

    /** Stands for no account, so that a look-up is made for it all the same. */
    private static final AccountId NOBODY = new AccountId(new UUID(0, 0));

    private final Accounts accounts;
    private final TryLimit limit;
    private final Passwords passwords;
    private final InstantSource clock;

    SignIn(Accounts accounts, TryLimit limit, Passwords passwords, InstantSource clock) {
        this.accounts = accounts;
        this.limit = limit;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Tries once.
     *
     * @param origin where the try comes from
     */
    public Result attempt(EmailAddress email, String password, Origin origin) {
        var until = limit.password(email, origin, clock.instant());
        if (until.isPresent()) {
            return new Result.Wait(until.get());
        }
        var account = accounts.byEmail(email).orElse(NOBODY);
        var hash = accounts.passwordHash(account);
        boolean matches = passwords.matches(password, hash.orElse(passwords.hashOfNobody()));
        if (hash.isEmpty() || !matches) {
            return new Result.Wrong();
        }
        limit.succeeded(email, origin, clock.instant());
        return accounts.find(account).<Result>map(Result.Welcome::new).orElseGet(Result.Wrong::new);
    }

    /** What came of a try. */
    public sealed interface Result {

        record Welcome(CurrentAccount account) implements Result {}

        /** E-mail and password do not match; which of them is wrong is not said. */
        record Wrong() implements Result {}

        /** Too many tries: not looked at. */
        record Wait(Instant until) implements Result {}
    }
}

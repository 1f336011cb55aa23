package dev.keepline.identity.signin;

import dev.keepline.identity.PasswordRules;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * How passwords are kept: Argon2id with 19 MiB and two passes (OWASP Password Storage Cheat Sheet). Only as many are
 * computed at once as there are processors: more would only fill the memory.
 */
@Component
public class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;
    private static final int LONGEST = PasswordRules.LONGEST;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String hashOfNobody = hash("nobody's password");

    /** Salted, with its parameters in it. */
    public final String hash(String password) {
        return inTurn(() -> String.valueOf(argon2.encode(PasswordRules.normal(password))));
    }

    /** Whether the password belongs to the hash. Takes as long for a password too long to be one. */
    public boolean matches(String password, String hash) {
        boolean plausible = password.length() <= LONGEST;
        boolean matches = inTurn(() -> argon2.matches(plausible ? PasswordRules.normal(password) : "", hash));
        return plausible && matches;
    }

    /** The hash of a password nobody has: to spend the same time where there is no account. */
    public String hashOfNobody() {
        return hashOfNobody;
    }

    private <T> T inTurn(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}

package dev.keepline.identity.signin;

import dev.keepline.database.Transactions;
import dev.keepline.identity.PasswordRules;
import dev.keepline.identity.TooBusy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * How passwords are kept: Argon2id with 19 MiB and two passes (OWASP Password Storage Cheat Sheet). They are
 * computed by a few threads of their own, so that requests without a password go on beside them, and in turn; whoever finds
 * the queue full is told to come back. Never inside a transaction: it would keep a connection from everybody else.
 */
@Component
public class Passwords implements AutoCloseable {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;
    private static final int LONGEST = PasswordRules.LONGEST;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
    private static final int WAITING = 64;
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("password-", 0).daemon().factory());
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

    @Override
    public void close() {
        workers.shutdownNow();
    }

    /** @throws TooBusy when too many wait already */
    private <T> T inTurn(Callable<T> work) {
        if (Transactions.isOpen()) {
            throw new IllegalStateException("a password is computed outside of transactions");
        }
        try {
            return workers.submit(work).get();
        } catch (RejectedExecutionException full) {
            throw new TooBusy();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

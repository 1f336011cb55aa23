package dev.keepline.database;

import dev.keepline.kernel.AccountId;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one entry point that opens a transaction. It takes the account the work is for, so that no transaction ever spans
 * two accounts and the schema can spread over several servers by account.
 */
public final class Transactions {
    private static final Object ACCOUNT = new Object();

    private final TransactionTemplate template;

    /** Over a template that is read committed, on the application's pool. */
    public Transactions(TransactionTemplate template) {
        this.template = template;
    }

    /**
     * Runs the work in one transaction: committed when it returns, rolled back when it throws. Inside a transaction of
     * the same account it joins that one.
     *
     * @throws IllegalStateException inside a transaction of another account, or of none
     */
    public <T> T inAccount(AccountId account, Supplier<T> work) {
        return within(Optional.of(account), work);
    }

    /** As {@link #inAccount(AccountId, Supplier)}, for work that yields nothing. */
    public void inAccount(AccountId account, Runnable work) {
        inAccount(account, () -> {
            work.run();
            return true;
        });
    }

    /**
     * Runs work that is one statement: PostgreSQL makes a transaction of it by itself, which saves the trips for beginning and
     * ending one of ours. In an open transaction of the same account it joins that one.
     *
     * @throws IllegalStateException inside a transaction of another account, or of none
     */
    public <T> T oneStatement(AccountId account, Supplier<T> statement) {
        return oneStatement(Optional.of(account), statement);
    }

    /** The same over data that belongs to no account. */
    public <T> T oneStatementOutsideAccounts(Supplier<T> statement) {
        return oneStatement(Optional.empty(), statement);
    }

    private static <T> T oneStatement(Optional<AccountId> account, Supplier<T> statement) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? joined(account, statement)
                : statement.get();
    }

    /**
     * One transaction over data that belongs to no account: reference tables, the lookup from e-mail to account, the
     * claim of due jobs. It cannot be entered from an account's transaction, nor the other way round.
     */
    public <T> T outsideAccounts(Supplier<T> work) {
        return within(Optional.empty(), work);
    }

    /** Whether this thread is inside a transaction, and so keeps a connection from others. */
    public static boolean isOpen() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    /**
     * Runs the action once the open transaction has committed, never if it rolls back: for what may be lost and redone. Where
     * none is open what came before is committed, and it runs at once.
     */
    public void afterCommit(Runnable action) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }

    private <T> T within(Optional<AccountId> account, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return joined(account, work);
        }
        try {
            return template.execute(status -> {
                TransactionSynchronizationManager.bindResource(ACCOUNT, account);
                try {
                    return work.get();
                } finally {
                    TransactionSynchronizationManager.unbindResource(ACCOUNT);
                }
            });
        } catch (CannotCreateTransactionException | TransactionSystemException lost) {
            // One kind of failure for whoever waits for the database. Another that ends in an EOFException Spring takes
            // for
            // a browser that has gone, and answers whoever is still there with an empty page and 200.
            throw new DataAccessResourceFailureException("the database is not there", lost);
        }
    }

    private static <T> T joined(Optional<AccountId> account, Supplier<T> work) {
        Object open = TransactionSynchronizationManager.getResource(ACCOUNT);
        if (!account.equals(open)) {
            throw new IllegalStateException("a transaction for " + open + " is open: cannot work for " + account);
        }
        return work.get();
    }
}

package dev.keepline.database;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Whether something failed because our database does not answer: nothing is broken then, and it is soon back. */
public final class Unreachable {

    private static final int DEEPEST = 20;

    private Unreachable() {}

    /** Whether that is the failure, or stands behind it. */
    public static boolean in(@Nullable Object failure) {
        var cause = failure instanceof Throwable thrown ? thrown : null;
        for (int n = 0; cause != null && n < DEEPEST; n++) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}

package dev.keepline.portal.errors;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Whether a page failed because our database does not answer: nothing is broken then, and it is soon back. */
final class Unreachable {

    /** After so long it is worth trying again. */
    static final int SECONDS = 10;

    private static final int DEEPEST = 20;

    private Unreachable() {}

    static boolean in(@Nullable Object failure) {
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

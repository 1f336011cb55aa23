package dev.keepline.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Whether something failed because our database does not answer: nothing is broken then, and it is soon back. */
public final class Unreachable {

    private static final int DEEPEST = 20;

    /** It takes no more connections: as good as gone for who needs one. */
    private static final String TOO_MANY = "53300";

    private Unreachable() {}

    /** Whether that is the failure, or stands behind it. */
    public static boolean in(@Nullable Object failure) {
        var cause = failure instanceof Throwable thrown ? thrown : null;
        for (int n = 0; cause != null && n < DEEPEST; n++) {
            if (cause instanceof CannotCreateTransactionException) {
                return true;
            }
            if (cause instanceof DataAccessResourceFailureException resource) {
                return !answers(resource);
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** It did: that its disk is full, or that it could not read or write (classes 53 and 58 of PostgreSQL's error codes). */
    private static boolean answers(DataAccessResourceFailureException failure) {
        var state = failure.getMostSpecificCause() instanceof SQLException said ? said.getSQLState() : null;
        return state != null && !state.equals(TOO_MANY) && (state.startsWith("53") || state.startsWith("58"));
    }
}

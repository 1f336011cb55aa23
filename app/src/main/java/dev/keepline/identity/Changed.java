package dev.keepline.identity;

import java.time.Instant;

/** What came of changing something about one's own account. */
public sealed interface Changed {

    record Done() implements Changed {}

    /** The present password is another. */
    record Wrong() implements Changed {}

    /** Too many tries: not looked at. */
    record Wait(Instant until) implements Changed {}

    /** The new password cannot be that one. */
    record Poor(PasswordRules.Problem problem) implements Changed {}
}

/**
 * Who somebody is: accounts, their log-ins and languages, staff, sessions, and the security of every page.
 *
 * <p>Owns: the lookup from e-mail to account, password hashes, sessions, the limit on tries, the security headers.
 * Invariants: nobody can learn from an answer, or its time, whether an e-mail has an account; a session's id changes
 * when somebody signs in; the rights of a session are read anew with each request. Must not: know lines or money.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "settings", "jobs", "notifications"})
package dev.keepline.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

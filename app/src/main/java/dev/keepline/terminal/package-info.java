/**
 * Commands at the terminal that no page offers, because whoever gives them has the machine and not an account: who may
 * enter the console.
 *
 * <p>Owns: {@code ./keepline staff}. Invariant: what changes an account is kept among the acts of staff, as done by the
 * operator's own account. Must not: be named by any other module.
 */
@NullMarked
@ApplicationModule
package dev.keepline.terminal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * How a line of the log is written: for people or for machines, and never with what must not stand there.
 *
 * <p>Owns: the form of a line, and the masking that every line goes through as the last thing before it is written. Invariant:
 * no secret, card number, full telephone number, ICCID or e-mail address leaves by a log. Must not: decide what is logged.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.keepline.logs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

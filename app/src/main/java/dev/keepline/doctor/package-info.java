/**
 * {@code ./keepline doctor}: looks at what an installation needs and says what is wrong and how to mend it.
 *
 * <p>Owns: the checks. Must not: change anything, send a command to a counterpart, or print a secret.
 */
@NullMarked
@ApplicationModule
package dev.keepline.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The vocabulary every module speaks: money, typed ids, numbers of lines and cards, period arithmetic.
 *
 * <p>Owns: value types that are valid by construction. Must not: know Spring, a database, a clock or any other module.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.keepline.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * One number from a page to the work it makes necessary and to the calls that work makes.
 *
 * <p>Owns: the number of what this thread does now, kept where the log finds it. Invariants: a number is made here and never
 * taken from outside; it says nothing about anybody. Must not: know who uses it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.keepline.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

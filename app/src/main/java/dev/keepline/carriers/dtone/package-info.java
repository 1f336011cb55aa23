/**
 * DT One: plans for eSIMs by the number of the profile, credit for telephone numbers; its callbacks.
 *
 * <p>Owns: what DT One's answers and silences mean, and the address it calls back. Must not: retry, or order for an eSIM
 * without naming it, which would buy a new one.
 */
@NullMarked
package dev.keepline.carriers.dtone;

import org.jspecify.annotations.NullMarked;

/** The shell launcher, driven as a person drives it: real processes, real signals, a data folder of the test's own. */
@NullMarked
package dev.keepline.launcher;

import org.jspecify.annotations.NullMarked;

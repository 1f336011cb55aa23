/** Fixtures that tests of several modules share: the sandbox as a process, a counterpart that answers as it is told. */
@NullMarked
package dev.keepline.testing;

import org.jspecify.annotations.NullMarked;

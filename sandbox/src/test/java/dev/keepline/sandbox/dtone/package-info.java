/** DT One's side, driven from its specification. */
@NullMarked
package dev.keepline.sandbox.dtone;

import org.jspecify.annotations.NullMarked;

/** Pages about lines: all of them, worst first, and one of them. Data come in as views; words are put to them here. */
@NullMarked
package dev.keepline.portal.lines;

import org.jspecify.annotations.NullMarked;

/** The rows of lines in PostgreSQL. */
@NullMarked
package dev.keepline.lines.store;

import org.jspecify.annotations.NullMarked;

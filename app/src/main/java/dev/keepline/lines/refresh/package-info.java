/** Asks carriers about lines: at once when a person wants to know, and each managed line within a day. */
@NullMarked
package dev.keepline.lines.refresh;

import org.jspecify.annotations.NullMarked;

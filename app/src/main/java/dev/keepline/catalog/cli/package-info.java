/**
 * The commands {@code ./keepline clocks} and {@code ./keepline catalog check}: words in, words or JSON out.
 *
 * <p>Owns: the reading of arguments and the wording of answers. Must not: load Spring, a database or anything else that
 * takes long; a support agent waits for these.
 */
@NullMarked
package dev.keepline.catalog.cli;

import org.jspecify.annotations.NullMarked;

/**
 * The files of the catalogue as text: reading them with every decimal exact and every complaint at its file and line,
 * and writing an offering in the one form its version is the digest of.
 *
 * <p>Owns: the formats {@code offerings/1}, {@code lapse-rules/1} and {@code taxes/1}. Invariant: a file is read whole
 * or not at all. Must not: guess, or let an unknown key pass.
 */
@NullMarked
package dev.keepline.catalog.yaml;

import org.jspecify.annotations.NullMarked;

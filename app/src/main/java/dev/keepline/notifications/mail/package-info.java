/**
 * E-mail over SMTP.
 *
 * <p>Owns: letters on their way. Invariants: a letter is committed with its job and leaves only after that; one letter per
 * occasion; a server that is away delays and never loses; what it refuses for good is kept with its words. Must not: choose
 * words, or write a letter's content, address or link into a log.
 */
@NullMarked
package dev.keepline.notifications.mail;

import org.jspecify.annotations.NullMarked;

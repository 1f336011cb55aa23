/**
 * Links that prove who reads a mailbox: to make an account, to recover one, to change an address and to undo that.
 *
 * <p>Invariants: 192 random bits, of which only a digest is kept; used once, by a form and never by looking at the page;
 * expired after their time; what is asked for is looked at by a worker, so that the asker learns nothing.
 */
@NullMarked
package dev.keepline.identity.links;

import org.jspecify.annotations.NullMarked;

/** Choosing a renewal and the quote: everything that is said before any money moves. */
@NullMarked
package dev.keepline.portal.renew;

import org.jspecify.annotations.NullMarked;

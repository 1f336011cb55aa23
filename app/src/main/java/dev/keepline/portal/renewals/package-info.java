/** A renewal under way and its proof: what is true now, of the money and of the line, and what happens next. */
@NullMarked
package dev.keepline.portal.renewals;

import org.jspecify.annotations.NullMarked;

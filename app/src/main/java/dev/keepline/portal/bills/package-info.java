/** Bills: every movement of an account's money in words, what was spent by month, and the same as a file. */
@NullMarked
package dev.keepline.portal.bills;

import org.jspecify.annotations.NullMarked;

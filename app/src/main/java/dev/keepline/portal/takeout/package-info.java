/** Everything an account can take along: a page that people read, and the same as tables and as JSON. */
@NullMarked
package dev.keepline.portal.takeout;

import org.jspecify.annotations.NullMarked;

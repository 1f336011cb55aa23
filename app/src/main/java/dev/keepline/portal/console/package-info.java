/** The landing page of staff: what waits for a person. */
@NullMarked
package dev.keepline.portal.console;

import org.jspecify.annotations.NullMarked;

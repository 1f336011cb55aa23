/** Every form of the product against everything that people, and others, put into forms. */
@NullMarked
package dev.keepline.portal.forms;

import org.jspecify.annotations.NullMarked;

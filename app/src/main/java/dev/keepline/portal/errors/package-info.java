/** Pages for what went wrong: what happened to the money and to the line, what we do, what the person can do. */
@NullMarked
package dev.keepline.portal.errors;

import org.jspecify.annotations.NullMarked;

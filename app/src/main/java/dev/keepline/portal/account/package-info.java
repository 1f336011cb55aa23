/** Signing in and out, and the language of the pages. */
@NullMarked
package dev.keepline.portal.account;

import org.jspecify.annotations.NullMarked;

/** The seller's terms of service and its privacy notice: short, and true of what this program does and keeps. */
@NullMarked
package dev.keepline.portal.legal;

import org.jspecify.annotations.NullMarked;

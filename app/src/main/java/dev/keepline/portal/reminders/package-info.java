/** Reminders: what will be sent when, the letters themselves, and how to end them. */
@NullMarked
package dev.keepline.portal.reminders;

import org.jspecify.annotations.NullMarked;

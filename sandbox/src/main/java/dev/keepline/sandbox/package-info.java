/** Counterparts of the outside world, over HTTP only: nothing here is known to the application, and nothing there here. */
@NullMarked
package dev.keepline.sandbox;

import org.jspecify.annotations.NullMarked;

/** The sandbox driven over HTTP by clients that know the vendors' specifications and nothing else. */
@NullMarked
package dev.keepline.sandbox;

import org.jspecify.annotations.NullMarked;

/** The picture of a line's life: dates in, percentages out. Pure; drawn by {@code tag/life.jte}. */
@NullMarked
package dev.keepline.portal.life;

import org.jspecify.annotations.NullMarked;

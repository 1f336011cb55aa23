/** The main job from end to end: the real application, a real sandbox process, real HTTP between them. */
@NullMarked
package dev.keepline.journey;

import org.jspecify.annotations.NullMarked;

/** Every page of the portal in every state, for eyes ({@code ./keepline screens}) and for checks that hold on all of them. */
@NullMarked
package dev.keepline.screens;

import org.jspecify.annotations.NullMarked;

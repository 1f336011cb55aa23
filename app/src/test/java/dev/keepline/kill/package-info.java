/**
 * Processes and servers that are killed in the middle of renewals, at every point there is, and what is right afterwards.
 * Kill points stand between the engine and its ports, and exist on the test class path only.
 */
@NullMarked
package dev.keepline.kill;

import org.jspecify.annotations.NullMarked;

/** The sandbox's control: faults, clock, log and reset, as a page for people and calls for tests. */
@NullMarked
package dev.keepline.sandbox.control;

import org.jspecify.annotations.NullMarked;

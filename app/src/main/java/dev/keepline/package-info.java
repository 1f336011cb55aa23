/**
 * The program: starts the database, then the application on it, and ends both in order.
 *
 * <p>Owns: the main class, the order of starting and stopping, headless commands. Must not: hold anything about lines,
 * money or carriers.
 */
@NullMarked
package dev.keepline;

import org.jspecify.annotations.NullMarked;

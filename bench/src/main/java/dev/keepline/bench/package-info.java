/**
 * Measures a Keepline that runs as people run it: processes of their own for database, sandbox and application, asked
 * over HTTP.
 *
 * <p>Owns: the load, the stored lines, the bare loop that does the same outside calls and rows without the product, and
 * the printed figures. Must not: be named by the application, or measure anything inside its process.
 */
@NullMarked
package dev.keepline.bench;

import org.jspecify.annotations.NullMarked;

/**
 * The catalogue in the database: import in one transaction, every version kept, the snapshot the application works with.
 *
 * <p>Owns: the tables {@code carrier}, {@code offering}, {@code offering_version} and {@code catalog_import}. Invariant:
 * an import is whole or nothing. Must not: be needed by anything that answers without a database.
 */
@NullMarked
package dev.keepline.catalog.store;

import org.jspecify.annotations.NullMarked;

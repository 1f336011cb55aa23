/** Tests of the database, and {@link dev.keepline.database.PostgresTest}, the database for everybody else's tests. */
@NullMarked
package dev.keepline.database;

import org.jspecify.annotations.NullMarked;

/** A real PostgreSQL server as a child process: unpacked from the class path, kept in the data folder, fsync on. */
@NullMarked
package dev.keepline.database.embedded;

import org.jspecify.annotations.NullMarked;

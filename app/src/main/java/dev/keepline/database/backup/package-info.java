/**
 * Backup of the embedded server and its restore to a point in time: base backups and every segment of the log after them.
 *
 * <p>The server's own programs for it are not part of the embedded binaries, so the base backup is taken as PostgreSQL's
 * manual says under "Making a Base Backup Using the Low Level API". Invariants: a backup gets its name only when it was
 * read again, its log is complete and it was restored on trial (unless that was waived); nothing in a backup folder is ever
 * overwritten; a restore writes into an empty folder only, and marks the database as restored before anybody can work on it.
 */
@NullMarked
package dev.keepline.database.backup;

import org.jspecify.annotations.NullMarked;

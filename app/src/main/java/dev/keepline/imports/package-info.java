/**
 * Lines the operator brings along: files of them, checked first and imported whole, and their claiming by whoever holds the
 * invitation.
 *
 * <p>Owns: imported lines until an account claims them, the files they came from, who imported what when. Invariants:
 * nothing of a file is imported unless all of it is; an imported line belongs to nobody until it is claimed by its
 * invitation. Must not: show an imported line to somebody who merely knows its number, or change a line that was claimed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "catalog", "lines", "jobs", "notifications", "database"})
package dev.keepline.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

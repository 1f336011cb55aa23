/**
 * Somebody to log in as: made once on an empty sandbox installation, never beside real counterparts.
 *
 * <p>Owns: the demo accounts and their lines. Must not: run without the sandbox, or be named by any other module.
 */
@NullMarked
@ApplicationModule
package dev.keepline.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

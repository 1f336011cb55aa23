/**
 * What subscribers see, and the landing page of staff: pages, forms, the live tracker.
 *
 * <p>Owns: templates, words, pictures, the parsing of requests into kernel types. Must not: decide anything about money
 * or lines, or keep state of its own. Nobody depends on it.
 */
@NullMarked
@ApplicationModule
package dev.keepline.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

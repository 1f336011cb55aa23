/** The operator's imports of lines: upload, what is wrong with a file, what became of it. */
@NullMarked
package dev.keepline.portal.imports;

import org.jspecify.annotations.NullMarked;

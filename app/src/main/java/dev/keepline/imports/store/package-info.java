/** The rows of imports in PostgreSQL: staged by COPY, checked and carried out by sets. */
@NullMarked
package dev.keepline.imports.store;

import org.jspecify.annotations.NullMarked;

/** Renewals and quotes in PostgreSQL. */
@NullMarked
package dev.keepline.renewal.postgres;

import org.jspecify.annotations.NullMarked;

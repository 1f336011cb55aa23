/** The rows of accounts, log-ins and tries in PostgreSQL. */
@NullMarked
package dev.keepline.identity.store;

import org.jspecify.annotations.NullMarked;

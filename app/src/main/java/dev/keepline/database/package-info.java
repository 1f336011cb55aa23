/**
 * The PostgreSQL under every store: the embedded server or the operator's own, its schema, its connections.
 *
 * <p>Owns: starting and stopping the embedded server, migrations (as owner), the pool whose every connection has the
 * rights of the role {@code keepline_app} only, and {@link dev.keepline.database.Transactions}, the one entry point that
 * opens a transaction. Other modules use this package's {@code Transactions} and Spring's {@code JdbcClient}, nothing
 * else of it. Invariants: no transaction spans two accounts; what migrations do not grant, the application may not do.
 * Must not: know any table by name.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "settings"})
package dev.keepline.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

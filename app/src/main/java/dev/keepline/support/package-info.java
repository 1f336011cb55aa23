/**
 * What people of the operator look at: cases, and the comparison of our books with those of gateways and carriers.
 *
 * <p>Owns: reading and closing cases (renewals open theirs in the transaction that finds the reason), {@code ledger verify}.
 * Invariant: a difference between our books and theirs is either explained by an open case or reported (I4). Must not:
 * repair anything silently.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "settings",
            "lines",
            "renewal",
            "payments",
            "ledger",
            "carriers",
            "notifications"
        })
package dev.keepline.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

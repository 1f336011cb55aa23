/**
 * Renewing a line: quotes, the renewal's life, its proof.
 *
 * <p>Owns: the decision when money is held, taken, released and given back. Invariant: no capture without proof that the
 * carrier did what was bought. Must not: speak HTTP or know a vendor's words.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "trace",
            "settings",
            "lines",
            "catalog",
            "ledger",
            "payments",
            "carriers",
            "jobs"
        })
package dev.keepline.renewal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

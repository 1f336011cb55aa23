/**
 * What Keepline asks of payment gateways: the gateway SPI, one sub-package per gateway, and the inbox of their webhooks.
 *
 * <p>Owns: sessions, holds, captures and refunds as the gateway records them. Must not: decide when money moves, or know
 * what is renewed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "guard", "ledger", "jobs", "database", "settings", "trace"})
package dev.keepline.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

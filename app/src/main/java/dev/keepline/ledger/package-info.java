/**
 * The append-only journal of money: chart of accounts, entries made of transfers, holds.
 *
 * <p>Invariants: an entry sums to zero because it is made of transfers; nothing is ever updated or deleted; a customer's hold
 * and wallet never fall below zero. Must not: decide when a movement happens.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database"})
package dev.keepline.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

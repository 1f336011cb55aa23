package dev.keepline.renewal.engine;

import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.Snapshot;
import java.util.Optional;

/**
 * Why we believe that a line was renewed: the carrier's order and, where its record can be read, that record before and
 * after.
 *
 * @param word what the carrier told a person of the operator, where its record changed otherwise than the order says; empty
 *     where the record shows it by itself
 */
public record Evidence(OrderRecord order, Optional<Snapshot> before, Optional<Snapshot> after, Optional<String> word) {

    /** What the records show by themselves. */
    public Evidence(OrderRecord order, Optional<Snapshot> before, Optional<Snapshot> after) {
        this(order, before, after, Optional.empty());
    }
}

package dev.keepline.renewal.engine;

import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.Snapshot;
import java.util.Optional;

/**
 * Why we believe that a line was renewed: the carrier's order and, where its record can be read, that record before and
 * after.
 */
public record Evidence(OrderRecord order, Optional<Snapshot> before, Optional<Snapshot> after) {}

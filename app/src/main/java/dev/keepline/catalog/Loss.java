package dev.keepline.catalog;

import java.util.Set;

/**
 * When a number can no longer be recovered.
 *
 * @param from the events of which the earliest counts
 */
public record Loss(Set<LossEvent> from, Days days) {

    public Loss {
        from = Set.copyOf(from);
        if (from.isEmpty()) {
            throw new IllegalArgumentException("an event to count from is needed");
        }
    }
}

package dev.keepline.catalog.store;

import dev.keepline.catalog.OfferingId;
import java.util.List;

/** What an import did. */
record ImportReport(List<OfferingId> changed, List<OfferingId> withdrawn, int unchanged) {

    ImportReport {
        changed = List.copyOf(changed);
        withdrawn = List.copyOf(withdrawn);
    }
}

package dev.keepline.catalog;

import dev.keepline.catalog.store.OfferingRows;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Every wording an offering ever had, also of one that is no longer sold: what an old quote referred to. */
@Service
public class OfferingArchive {

    private final OfferingRows rows;

    OfferingArchive(OfferingRows rows) {
        this.rows = rows;
    }

    /** The offering as it was in that version. */
    public Optional<Offering> find(OfferingId id, OfferingVersion version) {
        return rows.version(id, version);
    }
}

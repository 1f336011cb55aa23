package dev.keepline.catalog.yaml;

import dev.keepline.catalog.Carrier;
import dev.keepline.catalog.Offering;
import java.util.List;

/**
 * One file of offerings: everything its carrier sells or has sold.
 *
 * @param digest of the whole text, comments too
 */
public record OfferingsFile(String name, String digest, Carrier carrier, List<Offering> offerings) {

    public OfferingsFile {
        offerings = List.copyOf(offerings);
    }
}

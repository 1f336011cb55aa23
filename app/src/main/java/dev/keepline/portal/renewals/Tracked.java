package dev.keepline.portal.renewals;

import dev.keepline.catalog.OfferingName;
import dev.keepline.portal.lines.LineCard;
import dev.keepline.renewal.Dossier;
import dev.keepline.renewal.Quote;
import dev.keepline.renewal.RenewalView;
import java.util.Optional;

/**
 * A renewal with what it is about.
 *
 * @param offering that was chosen, as it was quoted: the line's present plan is another matter
 * @param order as it was sent; empty before
 */
public record Tracked(
        RenewalView renewal,
        Quote quote,
        LineCard card,
        Optional<OfferingName> offering,
        Optional<Dossier.Sent> order) {

    /** Of which neither is known. */
    public Tracked(RenewalView renewal, Quote quote, LineCard card) {
        this(renewal, quote, card, Optional.empty(), Optional.empty());
    }
}

package dev.keepline.portal.papers;

import dev.keepline.portal.renew.RenewPage.Part;
import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import java.util.List;
import java.util.Optional;

/**
 * What was paid for one renewal.
 *
 * @param parts the price and each tax and fee, one a row
 * @param refunded what was given back since, and when
 */
public record ReceiptPaper(
        List<Fact> facts,
        List<Part> parts,
        Shown total,
        Optional<Part> refunded,
        List<Fact> payment,
        Imprint imprint) {}

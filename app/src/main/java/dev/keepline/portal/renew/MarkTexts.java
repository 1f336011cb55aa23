package dev.keepline.portal.renew;

import dev.keepline.portal.words.Words;
import java.util.Optional;

/** Says why an offering stands out. */
final class MarkTexts {

    private final Words w;
    private final OfferTexts offers;

    MarkTexts(Words words) {
        this.w = words;
        this.offers = new OfferTexts(words);
    }

    RenewPage.Mark mark(Recommendation.Marked marked, Optional<FitRules.Need> need) {
        var key = switch (marked.why()) {
            case CHEAPEST -> "offer.cheapest";
            case ENOUGH -> "offer.cheapest.fits";
            case NEAREST -> "offer.nearest";
        };
        var why = need.map(use -> w.h(key, "amount", offers.gigabytes(use.bytes()), "n", use.days()))
                .orElseGet(() -> w.h(key));
        return new RenewPage.Mark(why, marked.why() != Recommendation.Why.NEAREST);
    }
}

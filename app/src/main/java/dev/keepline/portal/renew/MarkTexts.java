package dev.keepline.portal.renew;

import dev.keepline.kernel.Money;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the offering that stands out, and says why. */
final class MarkTexts {

    private final Words w;
    private final OfferTexts offers;

    MarkTexts(Words words) {
        this.w = words;
        this.offers = new OfferTexts(words);
    }

    /** The offering that stands out, and why. */
    record Marked(Offer offer, Shown why) {}

    /** The cheapest that is enough for what the line uses; where that is not known, or nothing is enough, the cheapest. */
    Optional<Marked> marked(List<Offer> sold, Optional<FitRules.Need> need) {
        var priced = sold.stream().filter(offer -> monthly(offer).isPresent()).toList();
        if (priced.size() < 2) {
            return Optional.empty();
        }
        if (need.isEmpty()) {
            return cheapest(priced).map(offer -> new Marked(offer, w.h("offer.cheapest")));
        }
        var enough = priced.stream()
                .filter(offer -> FitRules.fits(offer.offering(), need.get()))
                .toList();
        var key = enough.isEmpty() ? "offer.cheapest.short" : "offer.cheapest.fits";
        var why = w.h(
                key,
                "amount",
                offers.gigabytes(need.get().bytes()),
                "n",
                need.get().days());
        return cheapest(enough.isEmpty() ? priced : enough).map(offer -> new Marked(offer, why));
    }

    private static Optional<Offer> cheapest(List<Offer> priced) {
        return priced.stream().min(Comparator.comparing(offer -> monthly(offer).orElseThrow()));
    }

    static Optional<Money> monthly(Offer offer) {
        return offer.cost() instanceof Offer.Cost.AllIn price
                ? offer.offering().term().map(term -> OfferTexts.perMonth(price.total(), term))
                : Optional.empty();
    }
}

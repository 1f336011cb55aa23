package dev.keepline.portal.renew;

import dev.keepline.kernel.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which offering stands out for a line, and which one is chosen when the page opens. Pure; never the dearest for its price. */
final class Recommendation {

    /** The more data the nearer; of as much the cheaper one. */
    private static final Comparator<Offer> NEARER = Comparator.<Offer>comparingDouble(
                    offer -> FitRules.monthlyBytes(offer.offering()))
            .thenComparing(offer -> monthly(offer).orElseThrow(), Comparator.reverseOrder());

    private Recommendation() {}

    /** Why an offering stands out. */
    enum Why {
        /** It costs least; what the line uses is not known. */
        CHEAPEST,
        /** It is enough for what the line uses, and costs least of those. */
        ENOUGH,
        /** Nothing is enough: of all it comes nearest. */
        NEAREST
    }

    /** The offering that stands out. */
    record Marked(Offer offer, Why why) {}

    /** Empty where there are no two to compare. */
    static Optional<Marked> marked(List<Offer> sold, Optional<FitRules.Need> need) {
        var priced = sold.stream().filter(offer -> monthly(offer).isPresent()).toList();
        if (priced.size() < 2) {
            return Optional.empty();
        }
        if (need.isEmpty()) {
            return cheapest(priced).map(offer -> new Marked(offer, Why.CHEAPEST));
        }
        var enough = priced.stream()
                .filter(offer -> FitRules.fits(offer.offering(), need.get()))
                .toList();
        return enough.isEmpty()
                ? priced.stream().max(NEARER).map(offer -> new Marked(offer, Why.NEAREST))
                : cheapest(enough).map(offer -> new Marked(offer, Why.ENOUGH));
    }

    /** The plan the line is on, else what is recommended and enough, else what costs least to begin with. */
    static Offer first(List<Offer> sold, Optional<Marked> marked) {
        return sold.stream()
                .filter(offer -> offer.manner().current())
                .findFirst()
                .or(() -> marked.filter(mark -> mark.why() != Why.NEAREST).map(Marked::offer))
                .or(() -> sold.stream()
                        .filter(offer -> offer.cost() instanceof Offer.Cost.AllIn)
                        .min(Comparator.comparing(offer -> ((Offer.Cost.AllIn) offer.cost()).total())))
                .orElseGet(sold::getFirst);
    }

    /** What 30 days of it cost, all-in. */
    static Optional<Money> monthly(Offer offer) {
        return offer.cost() instanceof Offer.Cost.AllIn price
                ? offer.offering().term().map(term -> OfferTexts.perMonth(price.total(), term))
                : Optional.empty();
    }

    private static Optional<Offer> cheapest(List<Offer> priced) {
        return priced.stream().min(Comparator.comparing(offer -> monthly(offer).orElseThrow()));
    }
}

package dev.keepline.portal.renew;

import dev.keepline.carriers.AmountRules;
import dev.keepline.carriers.Amounts;
import dev.keepline.kernel.Money;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts words to the amounts that can be bought. */
public final class AmountTexts {

    private static final long CENT = 1;

    private final Words w;

    public AmountTexts(Words words) {
        this.w = words;
    }

    RenewPage.ByAmount byAmount(Offer.Cost.Chosen chosen) {
        return new RenewPage.ByAmount(
                chosen.tiers().stream()
                        .flatMap(tier -> within(tier, chosen.sold()).stream())
                        .map(this::tier)
                        .toList(),
                chosen.sold().stream()
                        .flatMap(sold -> sold.named().stream())
                        .map(this::button)
                        .toList(),
                chosen.sold().map(this::others).orElseGet(() -> List.of(w.h("renew.sold.unknown"))));
    }

    /** As much of a tier as can be bought; empty where none of it can. */
    private static Optional<Offer.Tier> within(Offer.Tier tier, Optional<Offer.Sold> sold) {
        var least = sold.flatMap(some -> amounts(some).min(Comparator.naturalOrder()));
        var most = sold.flatMap(some -> amounts(some).max(Comparator.naturalOrder()));
        var from = least.filter(low -> low.compareTo(tier.from()) > 0).orElse(tier.from());
        var to = most.filter(high ->
                        tier.to().filter(end -> end.compareTo(high) <= 0).isEmpty())
                .or(tier::to);
        return to.filter(end -> end.compareTo(from) < 0).isPresent()
                ? Optional.empty()
                : Optional.of(new Offer.Tier(from, to, tier.days()));
    }

    private static Stream<Money> amounts(Offer.Sold sold) {
        return Stream.concat(
                sold.named().stream().map(Offer.Amount::credit),
                sold.ranges().stream().flatMap(range -> Stream.of(range.least(), range.most())));
    }

    private Shown tier(Offer.Tier tier) {
        if (tier.to().filter(tier.from()::equals).isPresent()) {
            return w.h("tier.exactly", "from", tier.from(), "n", tier.days());
        }
        return tier.to()
                .map(to -> w.h("tier.between", "from", tier.from(), "to", to, "n", tier.days()))
                .orElseGet(() -> w.h("tier.from", "from", tier.from(), "n", tier.days()));
    }

    private RenewPage.Amount button(Offer.Amount amount) {
        var brings = amount.days()
                .map(days -> w.h("renew.sold.brings.days", "total", amount.total(), "n", days))
                .orElseGet(() -> w.h("renew.sold.brings", "total", amount.total()));
        return new RenewPage.Amount(amount.credit().decimal().toPlainString(), w.money(amount.credit()), brings);
    }

    private List<Shown> others(Offer.Sold sold) {
        if (sold.named().isEmpty() && sold.ranges().isEmpty()) {
            return List.of(w.h("renew.sold.none"));
        }
        return sold.ranges().isEmpty()
                ? List.of(w.h("renew.sold.only"))
                : sold.ranges().stream().map(this::range).toList();
    }

    private Shown range(Amounts range) {
        return anyWithin(range)
                ? w.h("renew.sold.range", "from", range.least(), "to", range.most())
                : w.h("renew.sold.range.step", "from", range.least(), "to", range.most(), "step", range.step());
    }

    /**
     * An amount that is not sold, and what is.
     *
     * @param sold where that is known
     */
    public Shown notSold(Money wanted, List<Amounts> sold) {
        var whole = whole(sold);
        if (whole.isPresent()) {
            return w.h(
                    "noquote.range",
                    "money",
                    wanted,
                    "from",
                    whole.get().least(),
                    "to",
                    whole.get().most());
        }
        var nearest = AmountRules.nearest(sold, wanted);
        return switch (nearest.size()) {
            case 0 -> w.h("noquote.NOT_OFFERED.amount", "money", wanted);
            case 1 -> w.h("noquote.nearest.one", "money", wanted, "near", nearest.getFirst());
            default ->
                w.h("noquote.nearest.two", "money", wanted, "below", nearest.getFirst(), "above", nearest.getLast());
        };
    }

    /** The range of any amount in which all that is sold lies: then there are no steps to be near to. */
    private static Optional<Amounts> whole(List<Amounts> sold) {
        return AmountRules.ranges(sold).stream()
                .filter(AmountTexts::anyWithin)
                .filter(range -> sold.stream()
                        .allMatch(one -> one.least().compareTo(range.least()) >= 0
                                && one.most().compareTo(range.most()) <= 0))
                .findFirst();
    }

    private static boolean anyWithin(Amounts range) {
        return !range.single() && range.step().minor() == CENT;
    }
}

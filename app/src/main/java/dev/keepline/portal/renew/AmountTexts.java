package dev.keepline.portal.renew;

import dev.keepline.carriers.Amounts;
import dev.keepline.kernel.Money;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.util.List;

/** Puts words to the amounts that can be bought. */
public final class AmountTexts {

    private static final long CENT = 1;

    private final Words w;

    public AmountTexts(Words words) {
        this.w = words;
    }

    RenewPage.ByAmount byAmount(Offer.Cost.Chosen chosen) {
        return new RenewPage.ByAmount(
                chosen.tiers().stream().map(this::tier).toList(),
                chosen.sold().stream()
                        .flatMap(sold -> sold.named().stream())
                        .map(this::button)
                        .toList(),
                chosen.sold().map(this::others).orElseGet(() -> List.of(w.h("renew.sold.unknown"))));
    }

    private Shown tier(Offer.Tier tier) {
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
        return range.step().minor() == CENT
                ? w.h("renew.sold.range", "from", range.least(), "to", range.most())
                : w.h("renew.sold.range.step", "from", range.least(), "to", range.most(), "step", range.step());
    }

    /**
     * An amount that is not sold, and what is.
     *
     * @param nearest at most one below and one above, the smaller first
     */
    public Shown notSold(Money wanted, List<Money> nearest) {
        return switch (nearest.size()) {
            case 0 -> w.h("noquote.NOT_OFFERED.amount", "money", wanted);
            case 1 -> w.h("noquote.nearest.one", "money", wanted, "near", nearest.getFirst());
            default ->
                w.h("noquote.nearest.two", "money", wanted, "below", nearest.getFirst(), "above", nearest.getLast());
        };
    }
}

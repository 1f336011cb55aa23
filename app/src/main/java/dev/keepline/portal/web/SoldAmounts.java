package dev.keepline.portal.web;

import dev.keepline.carriers.AmountRules;
import dev.keepline.carriers.Amounts;
import dev.keepline.catalog.Pricing;
import dev.keepline.kernel.Money;
import dev.keepline.lines.Line;
import dev.keepline.portal.renew.Offer;
import dev.keepline.renewal.CreditAmounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The amounts of credit that can be bought for a line. A page waits for them for a moment only: whoever cannot see them can
 * still write one, and the connector remembers its answer for the next page.
 */
@Component
class SoldAmounts {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final CreditAmounts amounts;
    private final Offers offers;

    SoldAmounts(CreditAmounts amounts, Offers offers) {
        this.amounts = amounts;
        this.offers = offers;
    }

    /** The same offers, and what can be bought of those whose amount is chosen. */
    List<Offer> in(Line line, List<Offer> all, Instant now) {
        return all.stream()
                .map(offer -> offer.cost() instanceof Offer.Cost.Chosen chosen && buyable(line, offer)
                        ? new Offer(
                                offer.offering(),
                                new Offer.Cost.Chosen(
                                        chosen.usual(),
                                        chosen.tiers(),
                                        known(offer).map(sold -> priced(line, chosen, sold, now))),
                                offer.after(),
                                offer.manner())
                        : offer)
                .toList();
    }

    private static boolean buyable(Line line, Offer offer) {
        return offer.offering().sellable() && line.identity().msisdn().isPresent();
    }

    /** What is sold of an offer; nothing where nobody can say. */
    List<Amounts> of(Offer offer) {
        return known(offer).orElse(List.of());
    }

    private Optional<List<Amounts>> known(Offer offer) {
        var asked = new CompletableFuture<Optional<List<Amounts>>>();
        Thread.ofVirtual().start(() -> {
            try {
                asked.complete(amounts.of(offer.offering()));
            } catch (RuntimeException failure) {
                asked.completeExceptionally(failure);
            }
        });
        return asked.completeOnTimeout(Optional.empty(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private Offer.Sold priced(Line line, Offer.Cost.Chosen chosen, List<Amounts> sold, Instant now) {
        var known = Stream.concat(
                        chosen.usual().stream(), chosen.tiers().stream().map(Offer.Tier::from))
                .toList();
        var named = AmountRules.named(sold, known).stream()
                .flatMap(credit -> amount(line, chosen, credit, now).stream())
                .toList();
        return new Offer.Sold(named, AmountRules.ranges(sold));
    }

    /** Nothing is sold without its tax. */
    private Optional<Offer.Amount> amount(Line line, Offer.Cost.Chosen chosen, Money credit, Instant now) {
        return offers.price(line, credit, now) instanceof Pricing.AllIn allIn
                ? Optional.of(new Offer.Amount(credit, allIn.total(), days(chosen.tiers(), credit)))
                : Optional.empty();
    }

    private static Optional<Integer> days(List<Offer.Tier> tiers, Money credit) {
        return tiers.stream()
                .filter(tier -> credit.compareTo(tier.from()) >= 0)
                .filter(tier -> tier.to().filter(to -> credit.compareTo(to) > 0).isEmpty())
                .map(Offer.Tier::days)
                .findFirst();
    }
}

package dev.keepline.portal.web;

import dev.keepline.carriers.Effect;
import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.Fulfilment;
import dev.keepline.catalog.Kind;
import dev.keepline.catalog.LapseRules;
import dev.keepline.catalog.Offering;
import dev.keepline.catalog.Pricing;
import dev.keepline.catalog.PricingRules;
import dev.keepline.catalog.Tariff;
import dev.keepline.catalog.ValidityRule;
import dev.keepline.kernel.Money;
import dev.keepline.lines.ClockRules;
import dev.keepline.lines.Line;
import dev.keepline.portal.life.Certainty;
import dev.keepline.portal.life.Clocks;
import dev.keepline.portal.renew.Offer;
import dev.keepline.renewal.PromiseRules;
import dev.keepline.renewal.Quote;
import dev.keepline.renewal.Quotes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the catalogue has for a line, with all-in prices and new dates. Asks nobody outside, so a page costs nothing. */
@Component
class Offers {

    private final Catalogue catalogue;
    private final PricingRules pricing;
    private final ClockRules clocks;
    private final Quotes quotes;

    Offers(Catalogue catalogue, PricingRules pricing, LapseRules lapse, Quotes quotes) {
        this.catalogue = catalogue;
        this.pricing = pricing;
        this.clocks = new ClockRules(catalogue, lapse);
        this.quotes = quotes;
    }

    /** Every offering of the line's carrier, also those that are not sold. */
    List<Offer> of(Line line, Instant now) {
        return catalogue.offerings(new CarrierId(line.identity().carrier())).stream()
                .map(offering -> offer(line, offering, after(line, offering, now), now))
                .toList();
    }

    /** The same without how the line would stand afterwards: where only prices are shown. */
    List<Offer> priced(Line line, Instant now) {
        return catalogue.offerings(new CarrierId(line.identity().carrier())).stream()
                .map(offering -> offer(line, offering, Optional.empty(), now))
                .toList();
    }

    /** The all-in price of a net price for this line. */
    Pricing price(Line line, Money net, Instant now) {
        var place = line.home().place();
        var today = now.atZone(line.home().zone()).toLocalDate();
        return pricing.price(new CarrierId(line.identity().carrier()), net, place, today);
    }

    private Offer offer(Line line, Offering offering, Optional<Clocks> after, Instant now) {
        boolean payAsYouGo = clocks.payAsYouGo(line);
        boolean current = line.offering().filter(offering.id().value()::equals).isPresent();
        return new Offer(
                offering,
                cost(line, offering, now),
                after,
                new Offer.Manner(
                        quotes.proof(offering), current && offering.kind() != Kind.TOP_UP_BY_AMOUNT, !payAsYouGo));
    }

    private Offer.Cost cost(Line line, Offering offering, Instant now) {
        if (offering.contents().tariff() instanceof Tariff.ByAmount tariff) {
            return new Offer.Cost.Chosen(tariff.usual(), tiers(line), Optional.empty());
        }
        return switch (price(line, offering.price().orElseThrow(), now)) {
            case Pricing.AllIn allIn -> new Offer.Cost.AllIn(allIn.net(), allIn.lines(), allIn.total());
            case Pricing.Refused _ -> new Offer.Cost.PlaceNotListed();
        };
    }

    /** How long amounts last, on a line that lives on its balance. */
    private List<Offer.Tier> tiers(Line line) {
        if (!clocks.payAsYouGo(line)) {
            return List.of();
        }
        return clocks.rule(line)
                .filter(rule -> rule.validity() instanceof ValidityRule.ByAmount)
                .map(rule -> ((ValidityRule.ByAmount) rule.validity())
                        .tiers().stream()
                                .map(tier -> new Offer.Tier(tier.from(), tier.to(), tier.days()))
                                .toList())
                .orElse(List.of());
    }

    private Optional<Clocks> after(Line line, Offering offering, Instant now) {
        if (!(offering.fulfilment() instanceof Fulfilment.Plan plan)) {
            return Optional.empty();
        }
        var ordered = new PromiseRules.Ordered(new Effect.Plan(plan.days(), plan.dataBytes()), quotes.proof(offering));
        var promise =
                new PromiseRules(clocks).promise(line, ordered, offering.terms().version(), now);
        return Optional.of(promised(promise))
                .filter(clocks -> clocks.serviceEndsOn().isPresent());
    }

    private static Clocks promised(Quote.Promise promise) {
        return new Clocks(promise.serviceEndsOn(), Certainty.READ, promise.numberLostOn(), Optional.empty());
    }
}

package dev.keepline.portal.web;

import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.Fulfilment;
import dev.keepline.catalog.Kind;
import dev.keepline.catalog.LapseRules;
import dev.keepline.catalog.LifeState;
import dev.keepline.catalog.Pricing;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.lines.ClockRules;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import dev.keepline.portal.lines.LineCard;
import dev.keepline.portal.lines.LineCard.Road;
import dev.keepline.portal.lines.LineViews;
import dev.keepline.portal.renew.Offer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The lines of an account as pages show them. */
@Component
class Cards {

    /** A tier that is open at its lower end begins at a cent: that is no amount anybody sells. */
    private static final Money A_DOLLAR = Money.usd(100);

    private final Lines lines;
    private final LineViews views;
    private final ClockRules clocks;
    private final Offers offers;
    private final InstantSource clock;

    Cards(Lines lines, Catalogue catalogue, LapseRules lapse, Offers offers, InstantSource clock) {
        this.lines = lines;
        this.views = new LineViews(catalogue, lapse);
        this.clocks = new ClockRules(catalogue, lapse);
        this.offers = offers;
        this.clock = clock;
    }

    /** A line with what can be chosen for it. */
    record Desk(Line line, LineCard card, List<Offer> offers) {}

    List<LineCard> all(AccountId account) {
        var now = clock.instant();
        return lines.of(account).stream()
                .map(line -> views.card(line, road(line, offers.priced(line, now), now), now))
                .toList();
    }

    /** Unless it was removed. */
    Optional<Desk> current(AccountId account, LineId id) {
        return lines.current(account, id).map(line -> desk(line, clock.instant()));
    }

    /** Also one that was removed. */
    Optional<Desk> find(AccountId account, LineId id) {
        return lines.find(account, id).map(line -> desk(line, clock.instant()));
    }

    private Desk desk(Line line, Instant now) {
        var all = offers.of(line, now);
        return new Desk(line, views.card(line, road(line, all, now), now), all);
    }

    private Road road(Line line, List<Offer> all, Instant now) {
        var sold = all.stream().filter(offer -> reaches(line, offer)).toList();
        if (clocks.clocks(line, now).clocks().state() == LifeState.GONE) {
            return new Road.Closed();
        }
        if (sold.isEmpty()) {
            return all.isEmpty() ? new Road.Closed() : new Road.Instructions();
        }
        boolean creditOnly = sold.stream()
                .allMatch(offer -> offer.offering().kind() == Kind.TOP_UP_BY_AMOUNT
                        && offer.manner().planLine());
        var cheapest = sold.stream()
                .min(Comparator.comparing(
                        offer -> least(line, offer, now).map(Money::minor).orElse(Long.MAX_VALUE)))
                .orElseThrow();
        return new Road.Renewable(
                least(line, cheapest, now), cheapest.offering().name(), sold.size() > 1, creditOnly);
    }

    /** Whether it is sold and the carrier would find the line. */
    private static boolean reaches(Line line, Offer offer) {
        return offer.offering().sellable()
                && switch (offer.offering().fulfilment()) {
                    case Fulfilment.Plan _ -> line.identity().iccid().isPresent();
                    case Fulfilment.Credit _ -> line.identity().msisdn().isPresent();
                    case Fulfilment.None _ -> false;
                };
    }

    /** The least it costs, all-in; for an amount that is chosen, the least that a published rule gives days for. */
    private Optional<Money> least(Line line, Offer offer, Instant now) {
        return switch (offer.cost()) {
            case Offer.Cost.AllIn price -> Optional.of(price.total());
            case Offer.Cost.PlaceNotListed() -> Optional.empty();
            case Offer.Cost.Chosen chosen ->
                chosen.tiers().stream()
                        .map(Offer.Tier::from)
                        .findFirst()
                        .filter(least -> least.compareTo(A_DOLLAR) >= 0)
                        .or(chosen::usual)
                        .flatMap(net -> total(offers.price(line, net, now)));
        };
    }

    private static Optional<Money> total(Pricing pricing) {
        return pricing instanceof Pricing.AllIn allIn ? Optional.of(allIn.total()) : Optional.empty();
    }
}

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
import dev.keepline.renewal.Renewals;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The lines of an account as pages show them. */
@Component
class Cards {

    /** A tier that is open at its lower end begins at a cent: that is no amount anybody sells. */
    private static final Money A_DOLLAR = Money.usd(100);

    private final Renewals renewals;
    private final Lines lines;
    private final LineViews views;
    private final ClockRules clocks;
    private final Offers offers;
    private final InstantSource clock;

    Cards(Lines lines, Renewals renewals, Views views, Offers offers, InstantSource clock) {
        this.renewals = renewals;
        this.lines = lines;
        this.views = views.views();
        this.clocks = views.clocks();
        this.offers = offers;
        this.clock = clock;
    }

    /** How the books are seen. */
    @Component
    record Views(Catalogue catalogue, LapseRules lapse) {

        private LineViews views() {
            return new LineViews(catalogue, lapse);
        }

        private ClockRules clocks() {
            return new ClockRules(catalogue, lapse);
        }
    }

    /** A line with what can be chosen for it. */
    record Desk(Line line, LineCard card, List<Offer> offers) {}

    List<LineCard> all(AccountId account) {
        var now = clock.instant();
        var underway = underway(account);
        return lines.of(account).stream()
                .map(line -> views.card(line, road(line, offers.priced(line, now), now), now)
                        .during(Optional.ofNullable(underway.get(line.id()))))
                .toList();
    }

    /** Unless it was removed. */
    Optional<Desk> current(AccountId account, LineId id) {
        return lines.current(account, id).map(line -> {
            var desk = desk(line, clock.instant());
            return new Desk(
                    line,
                    desk.card().during(Optional.ofNullable(underway(account).get(id))),
                    desk.offers());
        });
    }

    /** Also one that was removed. */
    Optional<Desk> find(AccountId account, LineId id) {
        return lines.find(account, id).map(line -> desk(line, clock.instant()));
    }

    /** Renewals that are not over, by their line. */
    private Map<LineId, LineCard.UnderWay> underway(AccountId account) {
        return renewals.underWay(account).stream()
                .collect(Collectors.toMap(
                        Renewals.UnderWay::line,
                        one -> new LineCard.UnderWay(one.id(), one.phase(), one.onlyMoney()),
                        (newer, _) -> newer));
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
        var likely = sold.stream().filter(offer -> offer.manner().current()).findFirst();
        var next = likely.orElse(cheapest);
        return new Road.Renewable(
                least(line, cheapest, now),
                cheapest.offering().name(),
                sold.size() > 1,
                creditOnly,
                new Road.Forecast(
                        next.offering().name(),
                        least(line, next, now),
                        likely.isPresent(),
                        next.cost() instanceof Offer.Cost.Chosen));
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

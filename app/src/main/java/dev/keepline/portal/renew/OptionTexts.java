package dev.keepline.portal.renew;

import dev.keepline.catalog.Kind;
import dev.keepline.portal.life.Life;
import dev.keepline.portal.life.Span;
import dev.keepline.portal.lines.LineCard;
import dev.keepline.portal.lines.LineTexts;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts words to one offering that can be chosen for a line. */
final class OptionTexts {

    private final Words w;
    private final Instant now;
    private final OfferTexts offers;

    OptionTexts(Words words, Instant now) {
        this.w = words;
        this.now = now;
        this.offers = new OfferTexts(words);
    }

    /**
     * One offering as it can be chosen.
     *
     * @param mark why it stands out
     */
    RenewPage.Option option(LineCard card, Offer offer, Span span, Optional<RenewPage.Mark> mark) {
        var offering = offer.offering();
        var today = card.today(now);
        var why = new ArrayList<Shown>();
        if (offer.manner().current()) {
            why.add(w.h("offer.current"));
        }
        if (offering.kind() == Kind.TOP_UP_BY_AMOUNT) {
            why.add(w.h(offer.manner().planLine() ? "offer.credit.plan" : "offer.credit.payg"));
        }
        return new RenewPage.Option(
                offering.id().value(),
                new RenewPage.Name(
                        offers.kind(offering),
                        offers.name(offering),
                        offering.term().map(offers::term)),
                price(offer),
                mark,
                why,
                offer.after().map(after -> Life.adding(card.dates().clocks(), after, today, span)),
                dates(offer, card),
                details(offer, card));
    }

    private RenewPage.Price price(Offer offer) {
        return switch (offer.cost()) {
            case Offer.Cost.AllIn price ->
                new RenewPage.Price(
                        Optional.of(w.money(price.total())),
                        Recommendation.monthly(offer).map(money -> w.h("offer.permonth", "money", money)),
                        Optional.empty());
            case Offer.Cost.Chosen chosen ->
                new RenewPage.Price(
                        Optional.empty(), Optional.empty(), Optional.of(new AmountTexts(w).byAmount(chosen)));
            case Offer.Cost.PlaceNotListed() ->
                new RenewPage.Price(Optional.of(w.h("offer.noprice")), Optional.empty(), Optional.empty());
        };
    }

    private Shown dates(Offer offer, LineCard card) {
        var after = offer.after();
        if (after.isEmpty() || after.get().serviceEndsOn().isEmpty()) {
            return w.h(undated(offer), "carrier", new LineTexts(w, now).shortName(card));
        }
        var service = w.date(last(after.get().serviceEndsOn().get())).strong();
        return after.get()
                .numberLostOn()
                .map(lost -> w.h(
                        "offer.dates",
                        "service",
                        service,
                        "number",
                        w.date(last(lost)).strong()))
                .orElseGet(() -> w.h("offer.dates.service", "service", service));
    }

    private static String undated(Offer offer) {
        if (!(offer.cost() instanceof Offer.Cost.Chosen)) {
            return "offer.dates.unknown";
        }
        return offer.manner().planLine() ? "offer.dates.plan" : "offer.dates.amount";
    }

    private static LocalDate last(LocalDate firstWithout) {
        return firstWithout.minusDays(1);
    }

    private RenewPage.Details details(Offer offer, LineCard card) {
        var offering = offer.offering();
        var parts = offer.cost() instanceof Offer.Cost.AllIn price
                ? offers.parts(offering, price.net(), price.lines())
                : List.<RenewPage.Part>of();
        return new RenewPage.Details(
                offers.includes(offering.allowances()),
                parts,
                offers.proof(offer.manner().proof(), new LineTexts(w, now).shortName(card)),
                offers.source(offering.provenance()));
    }
}

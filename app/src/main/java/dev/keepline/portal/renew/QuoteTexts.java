package dev.keepline.portal.renew;

import dev.keepline.carriers.Effect;
import dev.keepline.catalog.Kind;
import dev.keepline.catalog.Offering;
import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.catalog.TaxLine;
import dev.keepline.ledger.Price;
import dev.keepline.portal.lines.LineCard;
import dev.keepline.portal.lines.LineTexts;
import dev.keepline.portal.lines.Source;
import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Quote;
import dev.keepline.renewal.RenewalView;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts words to a quote. */
public final class QuoteTexts {

    private final Words w;
    private final Instant now;
    private final ZoneId reader;

    /** @param reader the zone of the person who reads */
    public QuoteTexts(Words words, Instant now, ZoneId reader) {
        this.w = words;
        this.now = now;
        this.reader = reader;
    }

    /**
     * What a quote is about, beside itself.
     *
     * @param levies the taxes and fees in the order of the quote's charges, for their names
     * @param rule by which the number's date follows from a date of service
     */
    public record About(LineCard card, Offering offering, List<TaxLine> levies, Source rule) {}

    /**
     * Who buys, and where it is taxed.
     *
     * @param name of the subscriber
     * @param place where the line is mainly used
     */
    public record Buyer(String name, PlaceOfUse place) {}

    public QuotePage page(Quote quote, About about, Buyer buyer, Optional<QuotePage.Problem> problem) {
        var offers = new OfferTexts(w);
        var card = about.card();
        boolean open =
                !quote.expired(now) && problem.filter(QuotePage.Problem::over).isEmpty();
        var told = problem.isEmpty() && !open ? Optional.of(QuotePage.Problem.of(w.h("quote.expired"))) : problem;
        return new QuotePage(
                quote.id().toString(),
                new QuotePage.Head(
                        headline(quote, about),
                        Shown.unbroken(card.who().number()),
                        offers.name(about.offering()),
                        about.offering().kind() == Kind.TOP_UP_BY_AMOUNT
                                ? Optional.empty()
                                : Optional.of(w.join(List.of(
                                        offers.includes(about.offering().allowances()),
                                        w.h("quote.abroad", "carrier", new LineTexts(w, now).shortName(card))))),
                        "/lines/" + card.who().id() + "/renew",
                        facts(card, buyer)),
                over(problem) ? QuotePage.Promise.NONE : new QuotePromise(w, now).promise(quote, about),
                new QuotePage.Money(
                        parts(quote.price(), about, w), w.money(quote.price().total()), until(quote, card)),
                new QuoteConsent(w).consent(quote, new LineTexts(w, now).shortName(card), about.offering()),
                open,
                told);
    }

    private static boolean over(Optional<QuotePage.Problem> problem) {
        return problem.filter(QuotePage.Problem::over).isPresent();
    }

    /**
     * What became of a quote that somebody went on with: its page is no longer the one to pay on.
     *
     * @param why nothing was charged, where it ended so
     */
    public QuotePage.Problem over(RenewalView order, Optional<Shown> why) {
        var key = switch (order.phase()) {
            case OPENING, TO_PAY, CLOSING, AUTHORISED, NOT_PLACED, ORDERED, CONFIRMING, IN_REVIEW, CONFIRMED ->
                "UNDERWAY";
            case RENEWED, OWED -> "DONE";
            case RELEASING, NOT_CHARGED -> "OVER";
            case REFUNDING, REFUNDED, REFUND_FAILED, RETURNED -> "BACK";
        };
        var said = new ArrayList<>(List.of(w.h(w.key("quote.order." + key, order.topUp(), "money"))));
        why.ifPresent(said::add);
        return QuotePage.Problem.over(
                w.join(said), "/renewals/" + order.id(), order.phase().over());
    }

    private List<Fact> facts(LineCard card, Buyer buyer) {
        var place = buyer.place();
        return List.of(
                new Fact(w.t("quote.line"), Shown.text(card.who().label()), false),
                new Fact(
                        w.t("proof.carrier"),
                        Shown.text(new LineTexts(w, now).carrierName(card.who().carrier())),
                        false),
                new Fact(w.t("proof.holder"), Shown.text(buyer.name()), false),
                new Fact(w.t("line.place"), Shown.unbroken(place.state() + " " + place.zip()), false));
    }

    private Shown headline(Quote quote, About about) {
        var total = w.money(quote.price().total());
        return switch (quote.goods().product().effect()) {
            case Effect.Plan plan -> {
                var term = about.offering().term().map(new OfferTexts(w)::term);
                yield w.h(
                        "quote.headline",
                        "money",
                        total,
                        "term",
                        term.orElseGet(() -> w.h("term.days", "n", plan.days())));
            }
            case Effect.Credit credit -> w.h("quote.headline.credit", "money", total, "credit", credit.amount());
        };
    }

    /** What the offering is called in this language. */
    public static String name(About about, Words w) {
        return new OfferTexts(w).name(about.offering());
    }

    /** The price in parts, each tax and fee by its name. */
    public static List<RenewPage.Part> parts(Price price, About about, Words w) {
        var offers = new OfferTexts(w);
        var parts = new ArrayList<RenewPage.Part>();
        parts.add(new RenewPage.Part(offers.name(about.offering()), w.money(price.net())));
        for (var charge : price.charges()) {
            var name = about.levies().stream()
                    .filter(line -> line.levy().code().equals(charge.code()))
                    .findFirst()
                    .map(line -> offers.levy(line.levy(), price.net()))
                    .orElse(charge.code());
            parts.add(new RenewPage.Part(name, w.money(charge.amount())));
        }
        return parts;
    }

    /** In the line's zone, and in the reader's where that is another hour. */
    private Shown until(Quote quote, LineCard card) {
        var zone = card.dates().zone();
        var at = w.moment(quote.expiresAt(), now, zone);
        boolean same = zone.getRules().getOffset(now).equals(reader.getRules().getOffset(now));
        return same
                ? w.h("quote.until", "at", at, "zone", w.zone(zone))
                : w.h(
                        "quote.until.both",
                        "at",
                        at,
                        "zone",
                        w.zone(zone),
                        "there",
                        w.elsewhere(quote.expiresAt(), zone, reader),
                        "reader",
                        w.zone(reader));
    }
}

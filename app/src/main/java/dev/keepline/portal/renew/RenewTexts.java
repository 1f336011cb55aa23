package dev.keepline.portal.renew;

import dev.keepline.carriers.ProofLevel;
import dev.keepline.catalog.Fulfilment;
import dev.keepline.catalog.Kind;
import dev.keepline.catalog.NotSellable;
import dev.keepline.portal.life.Life;
import dev.keepline.portal.lines.LineCard;
import dev.keepline.portal.lines.LineState;
import dev.keepline.portal.lines.LineTexts;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts words to what can be chosen for a line. */
public final class RenewTexts {

    private final Words w;
    private final Instant now;
    private final OfferTexts offers;

    public RenewTexts(Words words, Instant now) {
        this.w = words;
        this.now = now;
        this.offers = new OfferTexts(words);
    }

    /**
     * The page for a line.
     *
     * @param all every offering of the line's carrier
     * @param need what the line uses, where its carrier's record tells
     */
    public RenewPage page(LineCard card, List<Offer> all, Optional<FitRules.Need> need, Entered entered) {
        boolean gone = card.state() == LineState.GONE;
        boolean unreached = !gone && unreached(card, all);
        var sold = gone || unreached
                ? List.<Offer>of()
                : all.stream().filter(offer -> offer.offering().sellable()).toList();
        var others = all.stream()
                .filter(offer -> !offer.offering().sellable())
                .map(offer -> other(offer, card, !unreached && sold.isEmpty()))
                .toList();
        return new RenewPage(
                new LineTexts(w, now).of(card),
                standing(card, sold),
                card.underway().map(this::notice),
                sold.isEmpty() ? Optional.empty() : Optional.of(choice(card, sold, need, entered)),
                steps(gone, unreached, sold, all, card),
                gone ? w.h("renew.gone") : w.h(unreached ? "renew.unreached" : "renew.noroad"),
                others);
    }

    /** What is sold for its carrier cannot be ordered for this line: the number it is ordered by is missing. */
    private static boolean unreached(LineCard card, List<Offer> all) {
        return card.road() instanceof LineCard.Road.Instructions
                && all.stream().anyMatch(offer -> offer.offering().sellable());
    }

    private List<Shown> steps(boolean gone, boolean unreached, List<Offer> sold, List<Offer> all, LineCard card) {
        if (gone) {
            return gone(card);
        }
        if (unreached) {
            var carrier = new LineTexts(w, now).shortName(card);
            var ask = w.h("renew.unreached.ask")
                    .linked("/support/new?line=" + card.who().id());
            return card.who().tracked()
                    ? List.of(w.h("renew.unreached.tracked", "carrier", carrier), ask)
                    : List.of(w.h("renew.unreached.managed", "carrier", carrier), ask);
        }
        return sold.isEmpty() ? instructions(all, card) : List.of();
    }

    /** A number that is lost is not sold again: what is paid cannot be had back. */
    private List<Shown> gone(LineCard card) {
        var carrier = new LineTexts(w, now).shortName(card);
        return List.of(w.h("line.advice.gone", "carrier", carrier), w.h("line.advice.never", "carrier", carrier));
    }

    private RenewPage.Notice notice(LineCard.UnderWay renewal) {
        boolean money = renewal.onlyMoney();
        var what = w.h(w.key("activity." + renewal.phase(), money, "money"));
        var key = renewal.unpaid() ? "renew.underway.unpaid" : money ? "renew.underway.money" : "renew.underway";
        return new RenewPage.Notice(w.h(key, "what", what), renewal.path());
    }

    /** What was sent before and did not work: kept in the form. */
    public record Entered(String offering, String amount, Optional<Shown> problem) {

        public static final Entered NOTHING = new Entered("", "", Optional.empty());
    }

    private Shown standing(LineCard card, List<Offer> sold) {
        var clocks = card.dates().clocks();
        if (clocks.serviceEndsOn().isEmpty()) {
            var carrier = new LineTexts(w, now).shortName(card);
            var unknown = w.h("renew.now.unknown");
            return brings(sold)
                    .map(key -> w.join(List.of(unknown, w.h(key, "carrier", carrier))))
                    .orElse(unknown);
        }
        var service = w.date(clocks.serviceEndsOn().get().minusDays(1));
        return clocks.numberLostOn()
                .map(lost -> w.h("renew.now", "service", service, "number", w.date(lost.minusDays(1))))
                .orElseGet(() -> w.h("renew.now.service", "service", service));
    }

    /** Where a date would come from; empty where none of what is sold brings one. */
    private static Optional<String> brings(List<Offer> sold) {
        if (sold.stream().anyMatch(offer -> offer.manner().proof() == ProofLevel.READ_BACK)) {
            return Optional.of("renew.now.record");
        }
        return sold.stream().anyMatch(offer -> !offer.manner().planLine())
                ? Optional.of("renew.now.rule")
                : Optional.empty();
    }

    private RenewPage.Choice choice(LineCard card, List<Offer> sold, Optional<FitRules.Need> need, Entered entered) {
        var today = card.today(now);
        var pictured = Stream.concat(
                        Stream.of(card.dates().clocks()), sold.stream().flatMap(offer -> offer.after().stream()))
                .toList();
        var span = Life.span(pictured, today);
        var marked = Recommendation.marked(sold, need);
        var first = Recommendation.first(sold, marked);
        var marks = new MarkTexts(w);
        var texts = new OptionTexts(w, now);
        var options = sold.stream()
                .sorted(Comparator.comparingInt(offer -> order(offer.offering().kind())))
                .map(offer -> texts.option(
                        card,
                        offer,
                        span,
                        marked.filter(mark -> mark.offer().equals(offer)).map(mark -> marks.mark(mark, need))))
                .toList();
        var chosen = entered.offering().isEmpty() ? first.offering().id().value() : entered.offering();
        return new RenewPage.Choice(
                new RenewPage.Axis(span, today), options, chosen, entered.amount(), entered.problem());
    }

    /** From the shortest to the longest, as people look for them, then what binds to nothing, and credit at the end. */
    static int order(Kind kind) {
        return switch (kind) {
            case MONTHLY -> 0;
            case QUARTERLY -> 1;
            case MULTI_MONTH -> 2;
            case YEARLY -> 3;
            case PAY_AS_YOU_GO -> 4;
            case TOP_UP_BY_AMOUNT -> 5;
        };
    }

    /** @param only whether nothing at all can be bought here for the line */
    private RenewPage.Other other(Offer offer, LineCard card, boolean only) {
        var offering = offer.offering();
        var price = offering.price().map(w::money).orElseGet(() -> w.h("offer.byamount"));
        var why = offering.notSellable()
                .map(reason -> w.h(
                        reason == NotSellable.NO_ROAD && !only ? "unsold.NO_ROAD.credit" : "unsold." + reason.name(),
                        "carrier",
                        new LineTexts(w, now).shortName(card)))
                .orElseGet(() -> Shown.text(""));
        return new RenewPage.Other(offers.name(offering), price, why, offers.source(offering.provenance()));
    }

    /** Step by step: keys end in 1, 2, 3… */
    private List<Shown> instructions(List<Offer> all, LineCard card) {
        return all.stream()
                .map(offer -> offer.offering().fulfilment())
                .filter(Fulfilment.None.class::isInstance)
                .map(none -> ((Fulfilment.None) none).instructionsKey())
                .findFirst()
                .map(key -> steps(key, card))
                .orElseGet(() -> List.of(w.h(
                        card.carrierUnknown() ? "instructions.unknown.other" : "instructions.unknown",
                        "carrier",
                        new LineTexts(w, now).shortName(card))));
    }

    private List<Shown> steps(String key, LineCard card) {
        var steps = new ArrayList<Shown>();
        for (int i = 1; w.has(key + "." + i); i++) {
            steps.add(w.h(
                    key + "." + i,
                    "number",
                    Shown.unbroken(card.who().number()),
                    "fi",
                    Shown.unbroken("fi.google.com").linked("https://fi.google.com"),
                    "att",
                    Shown.unbroken("paygonline.com").linked("https://www.paygonline.com"),
                    "tmobile",
                    Shown.unbroken("my.t-mobile.com").linked("https://my.t-mobile.com")));
        }
        return steps;
    }
}

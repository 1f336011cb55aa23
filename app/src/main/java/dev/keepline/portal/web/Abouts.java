package dev.keepline.portal.web;

import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.LapseRules;
import dev.keepline.catalog.OfferingArchive;
import dev.keepline.catalog.OfferingId;
import dev.keepline.catalog.Pricing;
import dev.keepline.catalog.TaxLine;
import dev.keepline.portal.lines.LineViews;
import dev.keepline.portal.renew.QuoteTexts;
import dev.keepline.renewal.Quote;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a quote is about: the line, the offering in the words that were quoted, and the names of its taxes and fees. */
@Component
class Abouts {

    private final Catalogue catalogue;
    private final OfferingArchive archive;
    private final Offers offers;
    private final LineViews views;
    private final InstantSource clock;

    Abouts(Catalogue catalogue, OfferingArchive archive, Offers offers, LapseRules lapse, InstantSource clock) {
        this.archive = archive;
        this.catalogue = catalogue;
        this.views = new LineViews(catalogue, lapse);
        this.offers = offers;
        this.clock = clock;
    }

    QuoteTexts.About about(Cards.Desk desk, Quote quote) {
        var id = new OfferingId(quote.goods().offering());
        var offering = quote.goods()
                .version()
                .flatMap(version -> archive.find(id, version))
                .or(() -> catalogue.offering(id))
                .orElseThrow(() -> new IllegalStateException("quoted but not in the catalogue: " + quote.goods()));
        List<TaxLine> levies =
                offers.price(desk.line(), quote.price().net(), clock.instant()) instanceof Pricing.AllIn allIn
                        ? allIn.lines()
                        : List.of();
        return new QuoteTexts.About(desk.card(), offering, levies, views.rule(desk.line()));
    }
}

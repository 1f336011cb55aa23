package dev.keepline.portal.web;

import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.Offering;
import dev.keepline.catalog.OfferingArchive;
import dev.keepline.catalog.OfferingId;
import dev.keepline.kernel.AccountId;
import dev.keepline.portal.console.RenewalTexts;
import dev.keepline.renewal.Quotes;
import dev.keepline.renewal.RenewalView;
import org.springframework.stereotype.Component;

/** What was ordered by a renewal, as it was quoted. The plan that its line is on by now is another matter. */
@Component
class Sales {

    private final Quotes quotes;
    private final Catalogue catalogue;
    private final OfferingArchive archive;

    Sales(Quotes quotes, Catalogue catalogue, OfferingArchive archive) {
        this.quotes = quotes;
        this.catalogue = catalogue;
        this.archive = archive;
    }

    RenewalTexts.Ordered ordered(AccountId account, RenewalView view) {
        var goods = quotes.find(account, view.bought().quote()).orElseThrow().goods();
        var id = new OfferingId(goods.offering());
        var name = goods.version()
                .flatMap(version -> archive.find(id, version))
                .or(() -> catalogue.offering(id))
                .map(Offering::name)
                .orElseThrow(() -> new IllegalStateException("quoted but not in the catalogue: " + goods));
        return new RenewalTexts.Ordered(name, goods.version().map(Object::toString));
    }
}

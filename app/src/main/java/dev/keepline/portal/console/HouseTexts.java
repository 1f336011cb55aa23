package dev.keepline.portal.console;

import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.Offering;
import dev.keepline.portal.console.DeskPage.Cell;
import dev.keepline.portal.console.DeskPage.Sheet;
import dev.keepline.portal.console.DeskPage.Table;
import dev.keepline.portal.words.Shown;
import java.util.List;
import java.util.Optional;

/** Puts words to the catalogue as it is loaded. */
public final class HouseTexts {

    private static final int DIGITS = 8;

    private final DeskTexts desk;

    public HouseTexts(DeskTexts desk) {
        this.desk = desk;
    }

    /** Every offering with its version, source, date, and whether it is sold. */
    public DeskPage catalogue(Catalogue catalogue) {
        var w = desk.w();
        var all = catalogue.offerings();
        long sold = all.stream().filter(Offering::sellable).count();
        var sheets = catalogue.carriers().stream()
                .map(carrier -> {
                    var name = desk.known("carrier.", carrier.id().value());
                    var rows = catalogue.offerings(carrier.id()).stream()
                            .map(offering -> row(offering, name.plain()))
                            .toList();
                    var heads = List.of(
                            w.t("console.offering") + " · " + w.t("console.version"),
                            w.t("console.price"),
                            w.t("console.sold"),
                            w.t("console.source"));
                    var title = Shown.text(name.plain() + " · " + carrier.id());
                    return Sheet.table(title, new Table(heads, rows), w.h("console.catalogue.none"));
                })
                .toList();
        return new DeskPage(
                "catalogue",
                w.h("console.catalogue.some", "n", all.size(), "m", sold),
                Optional.of(w.h("console.catalogue.intro")),
                Optional.empty(),
                sheets);
    }

    private List<Cell> row(Offering offering, String carrier) {
        var w = desk.w();
        var provenance = offering.provenance();
        var sold = offering.notSellable()
                .map(why -> w.h("unsold." + why, "carrier", carrier))
                .orElseGet(() -> w.h("console.sold.yes"));
        var date = provenance.date().map(Object::toString).orElseGet(() -> w.t("source.undated"));
        return List.of(
                Cell.of(offering.name().in(w.language().locale()))
                        .with(offering.id() + " · "
                                + offering.version().digest().substring(0, DIGITS)),
                Cell.of(offering.price().map(w::money).orElseGet(() -> w.h("offer.byamount"))),
                Cell.of(sold),
                Cell.of(w.h("confidence." + provenance.confidence()))
                        .with(date + " · " + provenance.sources().getFirst()));
    }
}

package dev.keepline.catalog.yaml;

import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.CatalogProblem;
import dev.keepline.catalog.Levy;
import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.catalog.TaxTable;
import dev.keepline.catalog.TaxTable.Place;
import dev.keepline.catalog.TaxTable.ZipRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code taxes/1}: taxes and fees by place of primary use, and carriers' own fees, each from a day on. */
final class TaxesReader {

    private TaxesReader() {}

    static TaxTable read(YamlMap map, Consumer<CatalogProblem> problems) {
        map.only("format", "label", "places", "carrier_fees");
        var earlier = new ArrayList<Place>();
        var places = YamlFile.each(map.maps("places"), each -> distinct(each, place(each), earlier), problems);
        var fees = YamlFile.each(map.maps("carrier_fees"), TaxesReader::carrierFee, problems);
        return new TaxTable(map.value("label", Scalars::text), places, fees);
    }

    private static Place place(YamlMap map) {
        map.only("state", "zips", "from", "levies");
        return new Place(
                map.value("state", TaxesReader::state),
                map.values("zips", TaxesReader::zips),
                map.value("from", LocalDate::parse),
                map.maps("levies").stream().map(TaxesReader::levy).toList());
    }

    private static String state(String text) {
        return new PlaceOfUse(text, "00000").state();
    }

    /** {@code 100-104}, or {@code 116}. */
    private static ZipRange zips(String text) {
        int dash = text.indexOf('-');
        return dash < 0 ? new ZipRange(text, text) : new ZipRange(text.substring(0, dash), text.substring(dash + 1));
    }

    /** One place has one answer a day. */
    private static Place distinct(YamlMap map, Place place, List<Place> earlier) {
        for (var other : earlier) {
            var same = other.state().equals(place.state()) && other.from().equals(place.from());
            if (same && overlap(other.zips(), place.zips())) {
                throw map.at(
                        "zips",
                        "some of these ZIP codes of " + place.state() + " are listed twice for " + place.from());
            }
        }
        earlier.add(place);
        return place;
    }

    private static boolean overlap(List<ZipRange> some, List<ZipRange> others) {
        return some.stream().anyMatch(a -> others.stream().anyMatch(a::overlaps));
    }

    private static Levy levy(YamlMap map) {
        map.only("code", "name", "percent", "amount");
        if (map.has("percent") == map.has("amount")) {
            throw map.at("code", "either a percent or an amount is expected");
        }
        var code = map.value("code", TaxesReader::code);
        var name = map.value("name", Scalars::text);
        return map.has("percent")
                ? new Levy.Percent(code, name, map.value("percent", Scalars::percent))
                : new Levy.Fixed(code, name, map.value("amount", Scalars::money));
    }

    private static String code(String text) {
        if (!text.matches("[a-z][a-z0-9-]{1,39}")) {
            throw new IllegalArgumentException("small letters, digits and dashes are expected, not '" + text + "'");
        }
        return text;
    }

    private static TaxTable.CarrierFee carrierFee(YamlMap map) {
        map.only("carrier", "from", "levy", "source", "source_date", "confidence", "note");
        return new TaxTable.CarrierFee(
                map.value("carrier", CarrierId::new),
                map.value("from", LocalDate::parse),
                levy(map.map("levy")),
                ProvenanceReader.read(map));
    }
}

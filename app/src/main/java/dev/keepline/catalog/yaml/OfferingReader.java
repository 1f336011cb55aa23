package dev.keepline.catalog.yaml;

import dev.keepline.catalog.Allowances;
import dev.keepline.catalog.Amount;
import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Fulfilment;
import dev.keepline.catalog.Kind;
import dev.keepline.catalog.Offering;
import dev.keepline.catalog.OfferingId;
import dev.keepline.catalog.OfferingName;
import dev.keepline.catalog.Tariff;
import dev.keepline.catalog.Terms;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalInt;

/** One offering of an {@code offerings/1} file. */
final class OfferingReader {

    private static final String BY_AMOUNT = "by_amount";

    private OfferingReader() {}

    static Offering read(CarrierId carrier, YamlMap map) {
        map.only(
                "id",
                "name",
                "translations",
                "kind",
                "term",
                "price",
                "usual",
                "allowances",
                "terms",
                "fulfilment",
                "historical",
                "source",
                "source_date",
                "confidence",
                "note");
        var contents = new Offering.Contents(name(map), tariff(map), allowances(map), terms(map.map("terms")));
        var publication = new Offering.Publication(
                ProvenanceReader.read(map),
                map.optional("historical", Scalars::yesOrNo).orElse(false));
        return new Offering(
                map.value("id", OfferingId::new), carrier, contents, publication, fulfilment(map, contents));
    }

    private static OfferingName name(YamlMap map) {
        Map<String, String> translations =
                map.has("translations") ? map.map("translations").entries(Scalars::text) : Map.of();
        return new OfferingName(map.value("name", Scalars::text), translations);
    }

    private static Terms terms(YamlMap map) {
        map.only("version", "text");
        return new Terms(map.value("version", Scalars::text), map.value("text", Scalars::text));
    }

    private static Tariff tariff(YamlMap map) {
        var kind = map.value("kind", Scalars.oneOf(Kind.class));
        var byAmount = map.value("term", Scalars::text).equals(BY_AMOUNT);
        if (kind == Kind.TOP_UP_BY_AMOUNT && !byAmount) {
            throw map.at("term", "a top-up by amount lasts as long as its amount: write 'term: by_amount'");
        }
        if (byAmount) {
            refuse(
                    map,
                    "price",
                    "what lasts as long as its amount has no price; a usual amount may be given as 'usual'");
            return new Tariff.ByAmount(kind, map.optional("usual", Scalars::money));
        }
        refuse(map, "usual", "only what lasts as long as its amount has a usual amount");
        return new Tariff.Fixed(kind, map.value("term", Scalars::period), map.value("price", Scalars::money));
    }

    private static void refuse(YamlMap map, String key, String why) {
        if (map.has(key)) {
            throw map.at(key, why);
        }
    }

    private static Allowances allowances(YamlMap offering) {
        if (!offering.has("allowances")) {
            return Allowances.UNSTATED;
        }
        var map = offering.map("allowances")
                .only("voice_minutes", "messages", "data_gb", "data_per", "hotspot_gb", "throttle_kbps");
        var kbps = map.optional("throttle_kbps", Scalars::count);
        return new Allowances(
                map.optional("voice_minutes", Scalars::amount).orElseGet(Amount.Unstated::new),
                map.optional("messages", Scalars::amount).orElseGet(Amount.Unstated::new),
                new Allowances.Data(
                        map.optional("data_gb", Scalars::gigabytes).orElseGet(Amount.Unstated::new),
                        map.optional("data_per", Scalars.oneOf(Allowances.Per.class))
                                .orElse(Allowances.Per.TERM),
                        map.optional("hotspot_gb", Scalars::gigabytes).orElseGet(Amount.Unstated::new),
                        kbps.map(OptionalInt::of).orElseGet(OptionalInt::empty)));
    }

    private static Fulfilment fulfilment(YamlMap offering, Offering.Contents contents) {
        var map = offering.map("fulfilment").only("road", "connector", "operator", "country", "instructions");
        return switch (map.value("road", Scalars::text)) {
            case "plan" -> plan(map, contents);
            case "credit" -> credit(map, contents);
            case "none" -> new Fulfilment.None(map.value("instructions", Scalars::text));
            case String other -> throw map.at("road", "'" + other + "' is none of plan, credit, none");
        };
    }

    private static Fulfilment credit(YamlMap map, Offering.Contents contents) {
        if (contents.tariff() instanceof Tariff.Fixed) {
            throw map.at("road", "a top-up credits an amount: it can only stand for 'term: by_amount'");
        }
        return new Fulfilment.Credit(connector(map), operator(map));
    }

    /** The product is found by how long it lasts and how much it holds, so both must be plain numbers. */
    private static Fulfilment plan(YamlMap map, Offering.Contents contents) {
        if (!(contents.tariff() instanceof Tariff.Fixed fixed) || fixed.term().toTotalMonths() != 0) {
            throw map.at("road", "a plan is found by its days: the term must be in days");
        }
        var data = contents.allowances().data();
        if (!(data.bytes() instanceof Amount.Limited(long bytes)) || data.per() != Allowances.Per.TERM) {
            throw map.at("road", "a plan is found by its data: data_gb must be a number for the whole term");
        }
        return new Fulfilment.Plan(connector(map), operator(map), days(fixed.term()), bytes);
    }

    private static int days(Period term) {
        return Math.toIntExact(term.get(ChronoUnit.DAYS));
    }

    private static String connector(YamlMap map) {
        return map.value("connector", Scalars::text);
    }

    private static Fulfilment.Operator operator(YamlMap map) {
        return new Fulfilment.Operator(
                map.value("operator", Scalars::text), map.value("country", OfferingReader::country));
    }

    private static String country(String text) {
        if (!text.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("a country has three letters, as USA, not '" + text + "'");
        }
        return text;
    }
}

package dev.keepline.catalog.yaml;

import dev.keepline.catalog.AtExpiry;
import dev.keepline.catalog.Basis;
import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.CatalogProblem;
import dev.keepline.catalog.Days;
import dev.keepline.catalog.EarlyRenewal;
import dev.keepline.catalog.LapseRule;
import dev.keepline.catalog.LapseRules;
import dev.keepline.catalog.Loss;
import dev.keepline.catalog.LossEvent;
import dev.keepline.catalog.PublishedFact;
import dev.keepline.catalog.ValidityRule;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** {@code lapse-rules/1}: how long lines and their numbers live, and what else carriers publish about it. */
final class LapseRulesReader {

    private static final String UNKNOWN = "unknown";

    private LapseRulesReader() {}

    static LapseRules read(YamlMap map, Consumer<CatalogProblem> problems) {
        map.only("format", "rules", "facts");
        Map<LapseRule.Scope, Integer> lines = new HashMap<>();
        List<LapseRule> rules = YamlFile.each(map.maps("rules"), each -> unique(each, rule(each), lines), problems);
        List<PublishedFact> facts = YamlFile.each(map.maps("facts"), LapseRulesReader::fact, problems);
        return new LapseRules(rules, facts);
    }

    private static LapseRule unique(YamlMap map, LapseRule rule, Map<LapseRule.Scope, Integer> lines) {
        var earlier = lines.putIfAbsent(rule.scope(), map.line());
        if (earlier != null) {
            throw map.at("carrier", "duplicate rule " + rule.scope() + ", first at line " + earlier);
        }
        return rule;
    }

    private static LapseRule rule(YamlMap map) {
        map.only(
                "carrier",
                "basis",
                "variant",
                "validity",
                "at_expiry",
                "loss",
                "early_renewal",
                "zone",
                "source",
                "source_date",
                "confidence",
                "note");
        var scope = new LapseRule.Scope(
                map.value("carrier", CarrierId::new),
                map.value("basis", Scalars.oneOf(Basis.class)),
                map.optional("variant", Scalars::text).orElse(""));
        var zone = map.value("zone", Scalars::text).equals(UNKNOWN)
                ? Optional.<ZoneId>empty()
                : map.optional("zone", ZoneId::of);
        return new LapseRule(
                scope,
                validity(map),
                new LapseRule.Ending(atExpiry(map), loss(map.map("loss"))),
                new LapseRule.Reckoning(map.value("early_renewal", Scalars.oneOf(EarlyRenewal.class)), zone),
                ProvenanceReader.read(map));
    }

    private static ValidityRule validity(YamlMap rule) {
        if (!rule.isMap("validity")) {
            return rule.value("validity", text -> switch (text) {
                case UNKNOWN -> new ValidityRule.Unpublished();
                case "by_plan" -> new ValidityRule.ByTerm(List.of());
                default ->
                    throw new IllegalArgumentException(
                            "by_amount with tiers, by_term with terms, by_plan or unknown is expected, not '" + text
                                    + "'");
            });
        }
        var map = rule.map("validity").only("by_amount", "by_term");
        if (map.has("by_amount") == map.has("by_term")) {
            throw rule.at("validity", "either by_amount or by_term is expected");
        }
        return map.has("by_term")
                ? new ValidityRule.ByTerm(map.values("by_term", Scalars::period))
                : TierReader.read(map.maps("by_amount"));
    }

    private static AtExpiry atExpiry(YamlMap rule) {
        if (rule.isMap("at_expiry")) {
            return new AtExpiry.HoldAfter(
                    rule.map("at_expiry").only("hold_after_days").value("hold_after_days", Scalars::count));
        }
        return rule.value("at_expiry", text -> switch (text) {
            case "balance_forfeited" -> new AtExpiry.BalanceForfeited();
            case "suspended" -> new AtExpiry.Suspended();
            case "deleted" -> new AtExpiry.Deleted();
            case UNKNOWN -> new AtExpiry.Unknown();
            default ->
                throw new IllegalArgumentException("'" + text
                        + "' is none of balance_forfeited, suspended, deleted, unknown, {hold_after_days: N}");
        });
    }

    private static Loss loss(YamlMap map) {
        map.only("from", "days");
        var events = map.values("from", Scalars.oneOf(LossEvent.class));
        return map.made(() -> new Loss(Set.copyOf(events), days(map)));
    }

    private static Days days(YamlMap loss) {
        if (loss.isMap("days")) {
            var map = loss.map("days").only("low", "high");
            var high = map.optional("high", Scalars::count);
            return map.made(() -> new Days.Range(
                    map.value("low", Scalars::count), high.map(OptionalInt::of).orElseGet(OptionalInt::empty)));
        }
        return loss.value(
                "days", text -> text.equals(UNKNOWN) ? new Days.Unknown() : new Days.Known(Scalars.count(text)));
    }

    private static PublishedFact fact(YamlMap map) {
        map.only("about", "code", "text", "source", "source_date", "confidence", "note");
        return new PublishedFact(
                map.value("about", Scalars::text),
                map.value("code", Scalars::text),
                map.value("text", Scalars::text),
                ProvenanceReader.read(map));
    }
}

package dev.keepline.catalog.yaml;

import dev.keepline.catalog.ValidityRule;
import dev.keepline.catalog.ValidityRule.Tier;
import dev.keepline.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tiers of validity by amount. They rise without a gap: an amount between two tiers would have no validity at all. */
final class TierReader {

    private TierReader() {}

    static ValidityRule.ByAmount read(List<YamlMap> maps) {
        var tiers = new ArrayList<Tier>();
        @Nullable Tier below = null;
        for (var map : maps) {
            var tier = tier(map);
            refuseGap(map, below, tier);
            tiers.add(tier);
            below = tier;
        }
        return maps.isEmpty()
                ? new ValidityRule.ByAmount(tiers)
                : maps.getFirst().made(() -> new ValidityRule.ByAmount(tiers));
    }

    private static Tier tier(YamlMap map) {
        map.only("from", "to", "days");
        var tier = new Tier(
                map.value("from", Scalars::money),
                map.optional("to", Scalars::money),
                map.value("days", Scalars::count));
        if (tier.days() == 0
                || tier.to().filter(to -> to.compareTo(tier.from()) < 0).isPresent()) {
            throw map.at("days", "a tier needs a day at least, and must end above where it begins");
        }
        return tier;
    }

    private static void refuseGap(YamlMap map, @Nullable Tier below, Tier tier) {
        if (below == null) {
            return;
        }
        var expected = below.to().map(to -> to.plus(new Money(1, to.currency())));
        if (!expected.equals(java.util.Optional.of(tier.from()))) {
            throw map.at("from", "this tier must begin one cent above the end of the one before it");
        }
        if (tier.days() < below.days()) {
            throw map.at("days", "a larger amount must not last less long");
        }
    }
}

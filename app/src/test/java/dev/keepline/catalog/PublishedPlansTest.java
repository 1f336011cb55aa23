package dev.keepline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The catalogue restates every published plan of its carriers, price and term and confidence unchanged. */
class PublishedPlansTest {

    private static final Path RECORD = Path.of("..", "..", "shared", "data", "us-plans.yaml");

    @Test
    void every_recorded_plan_is_restated_with_its_price_term_and_confidence() throws IOException {
        assumeTrue(Files.exists(RECORD), "skipped: " + RECORD + " is not here");
        Map<String, String> recorded = new TreeMap<>();
        for (var plan : plans()) {
            var carrier = String.valueOf(plan.get("carrier"));
            if (List.of("AT&T Prepaid", "T-Mobile Prepaid", "Google Fi Wireless")
                    .contains(carrier)) {
                recorded.put(String.valueOf(plan.get("id")), plan.get("price_usd") + ".00 " + plan.get("confidence"));
            }
        }
        Map<String, String> restated = new TreeMap<>();
        for (var offering : Samples.catalogue().offerings()) {
            var price = switch (offering.contents().tariff()) {
                case Tariff.Fixed fixed -> fixed.price().decimal();
                case Tariff.ByAmount(var kind, var usual)
                when usual.isPresent() -> usual.get().decimal();
                case Tariff.ByAmount byAmount -> null;
            };
            if (price != null && offering.provenance().confidence() != Confidence.FICTIONAL) {
                restated.put(
                        offering.id().value(),
                        price + " " + offering.provenance().confidence().code());
            }
        }
        assertThat(restated).containsExactlyEntriesOf(recorded);
    }

    private static List<Map<?, ?>> plans() throws IOException {
        var load = new Load(LoadSettings.builder().build());
        var root = (Map<?, ?>) load.loadFromString(Files.readString(RECORD));
        var plans = new ArrayList<Map<?, ?>>();
        ((List<?>) java.util.Objects.requireNonNull(root.get("plans"))).forEach(plan -> plans.add((Map<?, ?>) plan));
        return plans;
    }
}

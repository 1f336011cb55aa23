package dev.keepline.portal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.Money;
import dev.keepline.portal.console.DeskPage.Cell;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Our balances at connectors, as staff read them. */
class FloatTextsTest {

    private static final Money DOUBT = Money.usd(1_125);

    @Test
    void what_orders_in_doubt_may_have_taken_stands_beside_both_records() {
        var row = row(Money.usd(90_000), Map.of("dtone", List.of(DOUBT)));
        assertThat(row).extracting(cell -> cell.text().plain()).contains("$900.00", "$1,000.00", "$11.25");
        assertThat(row).allSatisfy(cell -> assertThat(cell.small()).isEmpty());
        assertThat(row(Money.usd(90_000), Map.of()))
                .extracting(cell -> cell.text().plain())
                .contains("—");
    }

    @Test
    void a_balance_below_the_threshold_is_marked_and_one_at_it_is_not() {
        assertThat(row(Money.usd(4_999), Map.of()))
                .anySatisfy(cell -> assertThat(cell.small()).isPresent());
        assertThat(row(Money.usd(5_000), Map.of()))
                .allSatisfy(cell -> assertThat(cell.small()).isEmpty());
    }

    private static List<Cell> row(Money theirs, Map<String, List<Money>> doubt) {
        var words = new Words(Languages.load().byTag("en").orElseThrow());
        var desk = new DeskTexts(words, Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);
        var watch = new FloatTexts.Watch(doubt, new BigDecimal("50"));
        var ours = Cell.of(Shown.text("$1,000.00"));
        var sheet = new FloatTexts(desk, watch)
                .sheet(List.of(new FloatTexts.Balance("dtone", Optional.of(theirs), ours, Optional.empty())));
        return sheet.table().orElseThrow().rows().getFirst();
    }
}

package dev.keepline.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.kernel.Money;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What is offered in place of an amount can be bought, and nothing nearer can. */
class AmountRulesTest {

    private static final List<Amounts> SOLD = List.of(
            Amounts.only(Money.usd(1_500)),
            Amounts.only(Money.usd(3_000)),
            new Amounts(Money.usd(4_000), Money.usd(6_000), Money.usd(500)));

    @Test
    void between_two_amounts_both_are_named() {
        assertThat(AmountRules.nearest(SOLD, Money.usd(2_000))).containsExactly(Money.usd(1_500), Money.usd(3_000));
        assertThat(AmountRules.nearest(SOLD, Money.usd(4_700))).containsExactly(Money.usd(4_500), Money.usd(5_000));
    }

    @Test
    void beyond_all_amounts_there_is_one_nearest() {
        assertThat(AmountRules.nearest(SOLD, Money.usd(1))).containsExactly(Money.usd(1_500));
        assertThat(AmountRules.nearest(SOLD, Money.usd(9_900))).containsExactly(Money.usd(6_000));
        assertThat(AmountRules.nearest(List.of(), Money.usd(9_900))).isEmpty();
    }

    @Test
    void a_range_ends_with_its_last_whole_step() {
        var range = new Amounts(Money.usd(1_000), Money.usd(2_300), Money.usd(500));

        assertThat(AmountRules.nearest(List.of(range), Money.usd(2_300))).containsExactly(Money.usd(2_000));
        assertThat(range.holds(Money.usd(2_300))).isFalse();
    }

    @Property
    void what_is_nearest_is_sold_and_nothing_lies_between(@ForAll @LongRange(min = 1, max = 9_000) long cents) {
        var wanted = Money.usd(cents);
        var nearest = AmountRules.nearest(SOLD, wanted);

        assertThat(nearest).isNotEmpty().allMatch(AmountRulesTest::sold);
        if (sold(wanted)) {
            assertThat(nearest).containsExactly(wanted);
        }
        long from = Math.min(cents, nearest.getFirst().minor());
        long to = Math.max(cents, nearest.getLast().minor());
        assertThat(LongStream.rangeClosed(from, to).mapToObj(Money::usd).filter(AmountRulesTest::sold))
                .containsExactlyElementsOf(nearest);
    }

    @Test
    void single_amounts_and_known_ones_within_ranges_are_named_each_once() {
        assertThat(AmountRules.named(SOLD, List.of(Money.usd(4_500), Money.usd(3_000), Money.usd(7_000))))
                .containsExactly(Money.usd(1_500), Money.usd(3_000), Money.usd(4_500));
        assertThat(AmountRules.named(SOLD.subList(2, 3), List.of())).containsExactly(Money.usd(4_000));
    }

    @Test
    void a_range_without_steps_or_upside_down_is_none() {
        assertThatThrownBy(() -> new Amounts(Money.usd(2), Money.usd(1), Money.usd(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Amounts(Money.usd(1), Money.usd(2), Money.usd(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean sold(Money amount) {
        return SOLD.stream().anyMatch(amounts -> amounts.holds(amount));
    }
}

package dev.keepline.portal.renew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.ProofLevel;
import dev.keepline.catalog.Allowances;
import dev.keepline.catalog.Amount;
import dev.keepline.kernel.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is recommended and what is chosen at first: never the dearest for its price, and no tick for what is not enough. */
class RecommendationTest {

    private static final long GB = Allowances.BYTES_PER_GB;
    private static final Offer YEAR = offer(365, 60, 13_065, false);
    private static final Offer MONTH = offer(30, 5, 1_307, false);
    private static final Offer SMALL = offer(90, 1, 980, false);

    @Test
    void the_plan_the_line_is_on_is_chosen_first() {
        var current = offer(30, 5, 1_307, true);
        var sold = List.of(YEAR, SMALL, current);
        assertThat(Recommendation.first(sold, Recommendation.marked(sold, Optional.empty())))
                .isEqualTo(current);
    }

    @Test
    void without_one_it_is_what_is_recommended_and_the_cheapest_where_nothing_is() {
        var sold = List.of(YEAR, MONTH, SMALL);
        var need = Optional.of(new FitRules.Need(4.5 * GB, 20));
        assertThat(Recommendation.first(sold, Recommendation.marked(sold, need)))
                .isIn(YEAR, MONTH);
        assertThat(Recommendation.first(sold, Optional.empty())).isEqualTo(SMALL);
    }

    @Test
    void where_nothing_is_enough_the_nearest_is_named_and_is_not_chosen_for_that() {
        var sold = List.of(MONTH, SMALL);
        var marked = Recommendation.marked(sold, Optional.of(new FitRules.Need(9.0 * GB, 20)));
        assertThat(marked).hasValue(new Recommendation.Marked(MONTH, Recommendation.Why.NEAREST));
        assertThat(Recommendation.first(sold, marked)).isEqualTo(SMALL);
    }

    @Test
    void of_as_much_data_the_cheaper_one_is_the_nearest() {
        var quarter = offer(90, 15, 3_594, false);
        var need = Optional.of(new FitRules.Need(9.0 * GB, 20));
        assertThat(Recommendation.marked(List.of(MONTH, quarter), need))
                .hasValue(new Recommendation.Marked(quarter, Recommendation.Why.NEAREST));
        assertThat(Recommendation.marked(List.of(quarter, MONTH), need))
                .hasValue(new Recommendation.Marked(quarter, Recommendation.Why.NEAREST));
    }

    private static Offer offer(int days, int gigabytes, long cents, boolean current) {
        var offering = FitRulesTest.plan(days, new Amount.Limited(gigabytes * GB), Allowances.Per.TERM);
        var cost = new Offer.Cost.AllIn(Money.usd(cents), List.of(), Money.usd(cents));
        return new Offer(offering, cost, Optional.empty(), new Offer.Manner(ProofLevel.READ_BACK, current, true));
    }
}

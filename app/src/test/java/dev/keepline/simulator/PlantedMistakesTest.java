package dev.keepline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A simulator that finds nothing proves nothing, unless it finds what was put there to be found. */
class PlantedMistakesTest {

    private static final long FIRST = 1;
    private static final long SEEDS = 20_000;

    @Test
    void fault_08_an_order_in_doubt_that_is_sent_again_is_found() {
        found(Mistakes::resends_an_order_in_doubt);
    }

    @Test
    void fault_03_a_new_name_for_every_try_is_found() {
        found(Mistakes::gives_every_try_a_name_of_its_own);
    }

    @Test
    void fault_08_silence_taken_for_a_refusal_is_found() {
        found(Mistakes::takes_silence_for_a_refusal);
    }

    @Test
    void fault_08_an_order_in_doubt_that_staff_may_stop_is_found() {
        found(Mistakes::stops_an_order_in_doubt_when_staff_says_so);
    }

    @Test
    void fault_29_absence_taken_for_proof_before_the_horizon_is_found() {
        found(StoreMistakes::takes_absence_for_proof_at_once);
    }

    @Test
    void fault_28_a_capture_on_the_carriers_word_alone_is_found() {
        found(Mistakes::captures_on_the_carriers_word);
    }

    @Test
    void fault_28_a_record_that_is_read_and_not_compared_is_found() {
        found(Mistakes::reads_back_without_comparing);
    }

    @Test
    void fault_25_a_lease_without_fencing_is_found() {
        found(StoreMistakes::leases_without_fencing);
    }

    @Test
    void fault_07_a_webhook_that_is_believed_is_found() {
        found(StoreMistakes::believes_webhooks);
    }

    @Test
    void fault_21_a_missing_unique_constraint_is_found() {
        found(StoreMistakes::has_no_unique_constraint);
    }

    @Test
    void fault_26_a_hold_whose_end_is_ignored_is_found() {
        found(Mistakes::ignores_when_the_hold_ends);
    }

    @Test
    void fault_10_a_reversal_that_is_ignored_is_found() {
        found(Mistakes::ignores_reversals);
    }

    @Test
    void fault_04_a_fact_booked_with_every_try_is_found() {
        found(Mistakes::books_a_fact_again_with_every_try);
    }

    @Test
    void fault_27_a_page_that_is_left_open_when_it_is_abandoned_is_found() {
        found(Mistakes::abandons_without_closing_the_page);
    }

    @Test
    void fault_20_a_capture_of_another_amount_than_quoted_is_found() {
        found(Mistakes::captures_another_amount_than_quoted);
    }

    @Test
    void fault_03_a_capture_in_doubt_that_is_given_up_is_found() {
        found(Mistakes::gives_up_a_capture_in_doubt);
    }

    @Test
    void fault_22_an_unanswered_refund_taken_for_made_is_found() {
        found(Mistakes::takes_an_unanswered_refund_for_one_that_was_made);
    }

    @Test
    void fault_22_a_return_beside_a_refund_on_its_way_is_found() {
        found(Mistakes::returns_whatever_the_gateway_shows);
    }

    @Test
    void fault_15_what_is_acknowledged_before_it_is_written_is_found() {
        found(StoreMistakes::acknowledges_before_it_is_written);
    }

    @Test
    void the_engine_as_it_is_shows_none_of_this_in_the_same_seeds() {
        var report = Campaign.run(FIRST, SEEDS, () -> Wiring.REAL);

        assertThat(report.failed()).isEmpty();
        assertThat(report.seeds()).isEqualTo(SEEDS);
    }

    private static void found(Supplier<Wiring> mistake) {
        var failed = Campaign.run(FIRST, SEEDS, mistake).failed();

        assertThat(failed).as("found within " + SEEDS + " seeds").isPresent();
        System.out.println("found at seed " + failed.get().seed() + ": "
                + failed.get().violation().orElseThrow().getMessage());
    }
}

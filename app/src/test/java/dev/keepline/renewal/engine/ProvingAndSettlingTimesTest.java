package dev.keepline.renewal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.Outcome;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.payments.SessionRecord;
import dev.keepline.renewal.engine.Decision.CaseKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is decided after the carrier has spoken because time has passed, or because something happened often. */
class ProvingAndSettlingTimesTest extends Deciding {

    // --- proving

    @Test
    void fault_28_a_record_that_does_not_catch_up_in_ten_minutes_is_looked_at_by_a_person() {
        var stage = new Stage.ReadingBack(Sample.hold(), Sample.before(), completed(), Sample.T0, 6);
        var unchanged = new Signal.LineSaid(
                new Outcome.Done<>(new Snapshot(Sample.before().buckets(), minutes(9))));

        assertThat(decide(stage, unchanged, minutes(10)).next()).isInstanceOf(Stage.ReadingBack.class);
        assertThat(cases(decide(stage, unchanged, minutes(11)))).containsExactly(CaseKind.CARRIER_RECORD_DIFFERS);
    }

    @Test
    void fault_10_while_the_record_lags_the_order_is_asked_about_now_and_then() {
        var third = new Stage.ReadingBack(Sample.hold(), Sample.before(), completed(), Sample.T0, 2);

        assertThat(call(third, minutes(1))).isInstanceOf(Call.FindOrder.class);
    }

    @Test
    void in_review_the_line_and_the_order_are_asked_about_in_turn_until_the_hold_is_about_to_end() {
        var even = new Stage.InReview(Sample.hold(), Sample.before(), completed(), "half", 0);
        var odd = new Stage.InReview(Sample.hold(), Sample.before(), completed(), "half", 1);
        var unknown = new Signal.LineSaid(new Outcome.Unknown<>("timeout"));
        var lastCall = Sample.hold().captureBefore().minus(Duration.ofHours(1));

        assertThat(call(even, minutes(20))).isInstanceOf(Call.ReadLine.class);
        assertThat(call(odd, minutes(20))).isInstanceOf(Call.FindOrder.class);
        assertThat(reason(decide(even, unknown, lastCall))).contains(EndReason.NOT_PROVEN);
    }

    // --- settling

    @Test
    void a_capture_refused_a_second_time_is_a_case_and_is_tried_until_the_hold_ends() {
        var first = new Stage.Capturing(Sample.hold(), Sample.evidence(terms), 1, 0);
        var second = new Stage.Capturing(Sample.hold(), Sample.evidence(terms), 2, 1);

        assertThat(cases(decide(first, REFUSED, minutes(1)))).isEmpty();
        assertThat(cases(decide(second, REFUSED, minutes(1)))).containsExactly(CaseKind.PAYMENT_ODD);
        assertThat(decide(second, REFUSED, minutes(1)).next()).isInstanceOf(Stage.Capturing.class);
    }

    @Test
    void long_doubt_about_a_payment_is_a_case() {
        assertThat(cases(
                        decide(new Stage.Capturing(Sample.hold(), Sample.evidence(terms), 1, 9), UNKNOWN, minutes(14))))
                .containsExactly(CaseKind.PAYMENT_ODD);
        assertThat(cases(decide(
                        new Stage.Voiding(Sample.hold(), EndReason.CARRIER_REFUSED, 1, 9), UNKNOWN, minutes(14))))
                .containsExactly(CaseKind.PAYMENT_ODD);
    }

    @Test
    void fault_22_a_refused_refund_is_believed_the_third_time_and_looked_up_before() {
        assertThat(decide(new Stage.Refunding(Sample.PAYMENT, Sample.T0, 2, 1), REFUSED, minutes(1))
                        .next())
                .isInstanceOf(Stage.Refunding.class);
        assertThat(cases(decide(new Stage.Refunding(Sample.PAYMENT, Sample.T0, 3, 2), REFUSED, minutes(1))))
                .containsExactly(CaseKind.REFUND_FAILED);
    }

    @Test
    void a_refund_that_takes_longer_than_a_day_is_a_case() {
        var pending =
                new Signal.PaymentRead(new Outcome.Done<>(new PaymentRecord.Refunding(Sample.PAYMENT, Sample.TOTAL)));
        var stage = new Stage.Refunding(Sample.PAYMENT, Sample.T0, 1, 50);

        assertThat(cases(decide(stage, pending, minutes(24 * 60)))).isEmpty();
        assertThat(cases(decide(stage, pending, minutes(24 * 60 + 1)))).containsExactly(CaseKind.REFUND_STUCK);
    }

    // --- watching

    @Test
    void fault_10_a_renewal_is_looked_at_after_minutes_an_hour_and_days_and_then_kept() {
        var done = Signals.order(terms, OrderRecord.State.COMPLETED);
        var stage = new Stage.Renewed(Sample.PAYMENT, Sample.evidence(terms), Sample.T0, 0);

        assertThat(decide(stage, done, minutes(10)).wakeAt()).contains(minutes(60));
        assertThat(decide(stage, done, minutes(60)).wakeAt()).contains(minutes(24 * 60));
        assertThat(decide(stage, done, minutes(24 * 60)).wakeAt()).contains(minutes(3 * 24 * 60));
        assertThat(decide(stage, done, minutes(3 * 24 * 60)).wakeAt()).contains(minutes(14 * 24 * 60));
        assertThat(decide(stage, done, minutes(14 * 24 * 60)).next()).isInstanceOf(Stage.Kept.class);
    }

    @Test
    void a_carrier_that_never_says_whether_it_stands_is_a_case_in_the_end() {
        var stage = new Stage.Renewed(Sample.PAYMENT, Sample.evidence(terms), Sample.T0, 4);

        assertThat(decide(stage, ORDER_UNKNOWN, minutes(16 * 24 * 60)).next()).isInstanceOf(Stage.Renewed.class);
        var given = decide(stage, ORDER_UNKNOWN, minutes(17 * 24 * 60));
        assertThat(given.next()).isInstanceOf(Stage.Kept.class);
        assertThat(cases(given)).containsExactly(CaseKind.CARRIER_SILENT);
    }

    @Test
    void what_is_over_and_was_woken_asks_until_it_is_answered_but_not_for_ever() {
        var kept = new Stage.Kept(Sample.PAYMENT, Sample.evidence(terms), Sample.T0);

        assertThat(decide(kept, ORDER_UNKNOWN, minutes(59 * 24 * 60)).wakeAt()).isPresent();
        assertThat(decide(kept, ORDER_UNKNOWN, minutes(60 * 24 * 60)).wakeAt()).isEmpty();
    }

    @Test
    void two_wake_ups_in_a_row_decide_the_same() {
        for (var stage : Sample.stages(terms)) {
            var once = decide(stage, WOKEN, minutes(1));
            if (!(stage instanceof Stage.Resending)) {
                assertThat(decide(once.next(), WOKEN, minutes(1)).next()).isEqualTo(once.next());
            }
        }
    }

    @Test
    void fault_12_without_proof_no_road_charges() {
        var paid = new Signal.SessionSaid(
                new Outcome.Done<>(new SessionRecord.Complete(new PaymentRecord.Held(Sample.hold()))));
        var credit = new Renewal(Sample.credit(), new Stage.AwaitingPayment(1, Sample.session(), 0));

        assertThat(rules.decide(credit, paid, minutes(1)).call()).containsInstanceOf(Call.PlaceOrder.class);
        assertThat(reason(rules.decide(new Renewal(Sample.unproven(), credit.stage()), paid, minutes(1))))
                .contains(EndReason.CARRIER_UNREACHABLE);
    }
}

package dev.keepline.renewal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.Outcome;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.payments.SessionRecord;
import dev.keepline.renewal.engine.Decision.CaseKind;
import dev.keepline.renewal.engine.Decision.Notice;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is decided before the carrier has spoken because time has passed, or because something happened often. */
class PayingAndOrderingTimesTest extends Deciding {

    // --- paying

    @Test
    void a_page_that_cannot_be_opened_for_five_minutes_is_given_up() {
        var stage = new Stage.Opening(1, Sample.T0, Sample.T0.plusSeconds(1_920), 5);

        assertThat(decide(stage, WOKEN, minutes(4)).call()).containsInstanceOf(Call.Open.class);
        assertThat(decide(stage, WOKEN, minutes(5)).next())
                .isEqualTo(new Stage.NotCharged(EndReason.GATEWAY_UNREACHABLE, minutes(5)));
    }

    @Test
    void a_page_refused_at_once_is_a_case_and_one_refused_for_being_late_is_none() {
        var refused = new Signal.SessionOpened(new Outcome.Refused<>("no"));

        assertThat(cases(decide(new Stage.Opening(1, Sample.T0, minutes(32), 0), refused, minutes(0))))
                .containsExactly(CaseKind.PAYMENT_ODD);
        assertThat(cases(decide(new Stage.Opening(1, Sample.T0, minutes(32), 1), refused, minutes(3))))
                .isEmpty();
    }

    @Test
    void a_payment_taken_by_books_that_a_restore_forgot_is_a_case_until_a_person_has_given_it_back() {
        var waiting = new Stage.AwaitingPayment(1, Sample.session(), 0);
        var taken = new PaymentRecord.Captured(Sample.PAYMENT, Sample.TOTAL, minutes(1));
        var given = new PaymentRecord.Refunded(Sample.PAYMENT, Sample.TOTAL);

        var first = decide(waiting, paid(taken), minutes(2));
        assertThat(first.next()).isEqualTo(waiting);
        assertThat(cases(first)).containsExactly(CaseKind.PAYMENT_ODD);
        assertThat(decide(waiting, paid(given), minutes(30)).next())
                .isEqualTo(new Stage.NotCharged(EndReason.HOLD_LOST, minutes(30)));
    }

    private static Signal paid(PaymentRecord record) {
        return new Signal.SessionSaid(new Outcome.Done<>(new SessionRecord.Complete(record)));
    }

    @Test
    void fault_27_who_leaves_before_the_page_is_open_closes_it_before_the_next_is_opened() {
        var left = decide(new Stage.Opening(1, Sample.T0, minutes(32), 1), new Signal.Abandoned(), minutes(1));
        var opened = new Signal.SessionOpened(new Outcome.Done<>(Sample.session()));

        assertThat(left.call()).containsInstanceOf(Call.Open.class);
        assertThat(decide(left.next(), opened, minutes(1)).call()).containsInstanceOf(Call.Expire.class);
    }

    @Test
    void a_page_nobody_saw_is_asked_for_a_few_times_only_to_close_it() {
        var unknown = new Signal.SessionOpened(new Outcome.Unknown<>("timeout"));

        assertThat(decide(new Stage.Withdrawing(1, Sample.T0, minutes(32), 2), unknown, minutes(1))
                        .next())
                .isInstanceOf(Stage.Withdrawing.class);
        assertThat(decide(new Stage.Withdrawing(1, Sample.T0, minutes(32), 3), unknown, minutes(1))
                        .next())
                .isEqualTo(new Stage.NotCharged(EndReason.ABANDONED, minutes(1)));
    }

    @Test
    void fault_03_each_try_to_close_a_page_has_a_key_of_its_own() {
        var first = (Call.Expire) call(new Stage.Closing(1, Sample.session(), 0), minutes(1));
        var second = (Call.Expire) call(new Stage.Closing(1, Sample.session(), 1), minutes(1));

        assertThat(first.id()).isNotEqualTo(second.id());
    }

    @Test
    void a_gateway_silent_about_a_page_long_after_its_end_is_a_case() {
        var silent = new Signal.SessionSaid(new Outcome.Unknown<>("timeout"));
        for (var stage :
                List.of(new Stage.AwaitingPayment(1, Sample.session(), 9), new Stage.Closing(1, Sample.session(), 9))) {
            assertThat(cases(decide(stage, silent, minutes(45)))).isEmpty();
            assertThat(cases(decide(stage, silent, minutes(46)))).containsExactly(CaseKind.PAYMENT_ODD);
        }
    }

    // --- ordering

    @Test
    void fault_12_a_carrier_that_cannot_be_read_for_ten_minutes_gets_no_order_and_the_money_goes_back() {
        var stage = new Stage.Snapshotting(Sample.hold(), Sample.T0, 7);
        var unknown = new Signal.LineSaid(new Outcome.Unknown<>("timeout"));

        assertThat(decide(stage, unknown, minutes(10)).next()).isInstanceOf(Stage.Snapshotting.class);
        assertThat(reason(decide(stage, unknown, minutes(11)))).contains(EndReason.CARRIER_UNREACHABLE);
    }

    @Test
    void fault_08_the_first_question_about_an_order_in_doubt_comes_within_ten_seconds_and_later_ones_back_off() {
        var first = decide(new Stage.Ordering(Sample.hold(), before(), Sample.sent()), ORDER_UNKNOWN, minutes(1));
        var later = decide(asking(9), ORDER_UNKNOWN, minutes(14));

        assertThat(first.wakeAt().orElseThrow()).isBefore(minutes(1).plusSeconds(10));
        assertThat(later.wakeAt().orElseThrow()).isBetween(minutes(19), minutes(21));
    }

    @Test
    void an_order_in_doubt_for_a_quarter_of_an_hour_is_a_case_and_the_person_is_told() {
        assertThat(cases(decide(asking(9), ORDER_UNKNOWN, minutes(15)))).isEmpty();

        var alarmed = decide(asking(9), ORDER_UNKNOWN, minutes(16));
        assertThat(cases(alarmed)).containsExactly(CaseKind.CARRIER_SILENT);
        assertThat(alarmed.effects().notices()).containsExactly(Notice.WAITING);
    }

    @Test
    void a_carrier_that_names_a_day_to_ask_is_asked_at_the_alarm_first() {
        var tomorrow = new Signal.OrderSaid(new Outcome.Accepted<>("v-1", minutes(24 * 60)));

        assertThat(decide(asking(0), tomorrow, minutes(1)).wakeAt().orElseThrow())
                .isBefore(minutes(16));
        assertThat(decide(asking(0), tomorrow, minutes(17)).wakeAt()).contains(minutes(24 * 60));
    }

    @Test
    void fault_26_an_order_in_doubt_a_day_before_the_hold_ends_is_a_case_and_an_hour_before_it_is_given_up() {
        var end = Sample.hold().captureBefore();

        assertThat(cases(decide(asking(99), ORDER_UNKNOWN, end.minus(Duration.ofHours(24)))))
                .contains(CaseKind.HOLD_ENDING);
        assertThat(reason(decide(asking(99), ORDER_UNKNOWN, end.minus(Duration.ofHours(1)))))
                .contains(EndReason.NOT_PROVEN);
    }

    @Test
    void fault_19_an_order_proven_not_done_is_sent_again_at_its_time_and_not_when_somebody_knocks() {
        var stage = new Stage.Resending(Sample.hold(), before(), Sample.sent(), minutes(2));

        var early = decide(stage, WOKEN, minutes(1));
        assertThat(early.call()).isEmpty();
        assertThat(early.wakeAt()).contains(minutes(2));
        assertThat(decide(stage, WOKEN, minutes(2)).call()).containsInstanceOf(Call.PlaceOrder.class);
    }

    @Test
    void fault_19_an_order_goes_out_again_when_they_want_it_and_not_before() {
        var busy = new Signal.OrderSaid(new Outcome.NotDone<>("busy", Duration.ofMinutes(3)));

        var decision = decide(asking(0), busy, minutes(2));

        assertThat(decision.next())
                .isInstanceOfSatisfying(
                        Stage.Resending.class,
                        stage -> assertThat(stage.dueAt()).isEqualTo(minutes(5)));
        assertThat(decision.wakeAt()).contains(minutes(5));
    }

    @Test
    void fault_19_who_asks_us_to_wait_longer_than_the_person_would_gets_no_order() {
        var closed = new Signal.OrderSaid(new Outcome.NotDone<>("busy", Duration.ofMinutes(5)));

        assertThat(reason(decide(asking(0), closed, minutes(6)))).contains(EndReason.CARRIER_UNREACHABLE);
    }

    @Test
    void fault_11_however_often_it_is_sent_an_order_has_one_name() {
        var first = (Call.PlaceOrder) decide(
                        new Stage.Snapshotting(Sample.hold(), Sample.T0, 0),
                        new Signal.LineSaid(new Outcome.Done<>(Sample.before())),
                        minutes(1))
                .call()
                .orElseThrow();
        var second = (Call.PlaceOrder)
                call(new Stage.Resending(Sample.hold(), before(), Sample.sent(), minutes(1)), minutes(2));

        assertThat(second.order()).isEqualTo(first.order());
    }

    @Test
    void an_order_is_sent_eight_times_and_for_ten_minutes_at_most() {
        var often = new Stage.Asking(Sample.hold(), before(), new Stage.Sent(8, minutes(1), minutes(1)), 0, false);

        assertThat(decide(asking(0), ORDER_NOT_DONE, minutes(9)).next()).isInstanceOf(Stage.Resending.class);
        assertThat(reason(decide(often, ORDER_NOT_DONE, minutes(2)))).contains(EndReason.CARRIER_UNREACHABLE);
        assertThat(reason(decide(asking(0), ORDER_NOT_DONE, minutes(11)))).contains(EndReason.CARRIER_UNREACHABLE);
    }

    @Test
    void fault_26_an_order_decided_long_ago_is_weighed_again_before_it_is_sent() {
        var late = Sample.hold().captureBefore().minus(Duration.ofHours(47));
        var snapshot = new Signal.LineSaid(new Outcome.Done<>(Sample.before()));
        var resending = new Stage.Resending(Sample.hold(), before(), Sample.sent(), minutes(2));

        assertThat(reason(decide(resending, WOKEN, late))).contains(EndReason.HOLD_TOO_SHORT);
        assertThat(reason(decide(new Stage.Snapshotting(Sample.hold(), Sample.T0, 0), snapshot, late)))
                .contains(EndReason.HOLD_TOO_SHORT);
    }
}

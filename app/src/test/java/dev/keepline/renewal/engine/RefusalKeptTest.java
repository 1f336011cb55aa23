package dev.keepline.renewal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.Refusal;
import dev.keepline.kernel.Refusal.Why;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.payments.SessionRecord;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who said no, and what was meant by it, stays with the end however long giving the money back takes. */
class RefusalKeptTest extends Deciding {

    private static final Refusal BARRED = new Refusal(Why.LINE_NOT_ACCEPTED, "DECLINED-BARRED-CREDIT-PARTY");
    private static final Refusal POOR = new Refusal(Why.CARD_NO_MONEY, "insufficient_funds");

    @Test
    void what_the_carrier_said_outlives_the_release_and_its_doubts() {
        var refused = decide(asking(0), new Signal.OrderSaid(new Outcome.Refused<>(BARRED)), minutes(1));
        assertThat(refused.next())
                .isEqualTo(new Stage.Voiding(Sample.hold(), EndReason.CARRIER_REFUSED, 1, 0, Optional.of(BARRED)));

        var doubted = decide(refused.next(), UNKNOWN, minutes(2));
        var stillHeld = new Signal.PaymentRead(new Outcome.Done<>(new PaymentRecord.Held(Sample.hold())));
        var again = decide(doubted.next(), stillHeld, minutes(3));
        var released = new Signal.PaymentSaid(new Outcome.Done<>(new PaymentRecord.Released(Sample.PAYMENT)));

        assertThat(((Stage.Voiding) again.next()).attempt()).isEqualTo(2);
        assertThat(decide(again.next(), released, minutes(4)).next())
                .isEqualTo(new Stage.NotCharged(EndReason.CARRIER_REFUSED, minutes(4), Optional.of(BARRED)));
    }

    @Test
    void a_line_that_cannot_be_read_keeps_what_was_said() {
        var stage = new Stage.Snapshotting(Sample.hold(), Sample.T0, 0);

        assertThat(decide(stage, new Signal.LineSaid(new Outcome.Refused<>(BARRED)), minutes(1))
                        .next())
                .isEqualTo(new Stage.Voiding(Sample.hold(), EndReason.CARRIER_REFUSED, 1, 0, Optional.of(BARRED)));
    }

    @Test
    void a_page_that_ends_unpaid_keeps_why_the_last_card_was_declined() {
        var waiting = new Stage.AwaitingPayment(1, Sample.session(), 0);
        var ended = new Signal.SessionSaid(new Outcome.Done<>(new SessionRecord.Expired(Optional.of(POOR))));

        assertThat(decide(waiting, ended, minutes(40)).next())
                .isEqualTo(new Stage.NotCharged(EndReason.NOT_PAID, minutes(40), Optional.of(POOR)));
    }

    @Test
    void a_page_that_is_refused_keeps_the_gateways_word() {
        var opening = new Stage.Opening(1, Sample.T0, minutes(32), 0);
        var refused = new Signal.SessionOpened(new Outcome.Refused<>("amount_too_large"));

        assertThat(decide(opening, refused, minutes(1)).next())
                .isEqualTo(new Stage.NotCharged(
                        EndReason.GATEWAY_REFUSED, minutes(1), Optional.of(Refusal.unknown("amount_too_large"))));
    }
}

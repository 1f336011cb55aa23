package dev.keepline.renewal.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.payments.Hold;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.payments.SessionRecord;
import dev.keepline.renewal.Answer;
import dev.keepline.renewal.engine.Signal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What people read of an answer: what it shows, the vendor's name for it, and never more than fits. */
class AnswerRulesTest {

    @Test
    void every_kind_of_outcome_says_what_is_known_by_it() {
        var hold = new Hold("pi_1", Money.usd(1307), Instant.EPOCH, "visa 4242");
        var paid = new SessionRecord.Complete(new PaymentRecord.Held(hold));
        assertThat(AnswerRules.of(new Signal.SessionSaid(new Outcome.Done<>(paid))))
                .hasValue(new Answer("DONE", "HELD", "pi_1"));
        assertThat(AnswerRules.of(new Signal.OrderSaid(new Outcome.Unknown<>("DT One said 500"))))
                .hasValue(new Answer("UNKNOWN", "DT One said 500", ""));
        assertThat(AnswerRules.of(new Signal.OrderSaid(new Outcome.Refused<>("1003001"))))
                .hasValue(new Answer("REFUSED", "1003001", ""));
        assertThat(AnswerRules.of(new Signal.OrderSaid(new Outcome.Accepted<>("2238000052", Instant.EPOCH))))
                .hasValue(new Answer("ACCEPTED", "", "2238000052"));
        assertThat(AnswerRules.of(
                        new Signal.PaymentRead(new Outcome.Done<>(new PaymentRecord.RefundFailed("pi_1", "lost")))))
                .hasValue(new Answer("REFUSED", "lost", "pi_1"));
        assertThat(AnswerRules.of(new Signal.Woken())).as("no answer").isEmpty();
    }

    @Test
    void what_a_vendor_says_at_length_is_cut_and_cannot_break_lines() {
        var answer = AnswerRules.of(new Signal.OrderSaid(new Outcome.Unknown<>("a\nb" + "x".repeat(2000))))
                .orElseThrow();
        assertThat(answer.said()).startsWith("a b").hasSizeLessThan(310);
    }
}

package dev.keepline.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.RefundCreateParams;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefundTest {
    private StripeFixture stripe;

    @BeforeEach
    void open() throws IOException {
        stripe = StripeFixture.temporary();
    }

    @AfterEach
    void close() {
        stripe.close();
    }

    private PaymentIntent captured(String card) throws Exception {
        return stripe.client().v1().paymentIntents().capture(stripe.held(card).getId());
    }

    private Refund refund(PaymentIntent intent, long amount) throws StripeException {
        return stripe.client()
                .v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(intent.getId())
                        .setAmount(amount)
                        .build());
    }

    @Test
    void fault_22_refunds_never_add_up_to_more_than_was_captured() throws Exception {
        var intent = captured(StripeFixture.GOOD);
        assertThat(refund(intent, 2_000).getStatus()).isEqualTo("succeeded");
        var tooMuch = catchThrowableOfType(InvalidRequestException.class, () -> refund(intent, 501));
        assertThat(tooMuch).hasMessageContaining("greater than unrefunded amount");
        refund(intent, 500);
        var done = catchThrowableOfType(InvalidRequestException.class, () -> refund(intent, 1));
        assertThat(done.getCode()).isEqualTo("charge_already_refunded");
        var charge = stripe.intent(intent.getId()).getLatestChargeObject();
        assertThat(charge.getRefunded()).isTrue();
        assertThat(charge.getAmountRefunded()).isEqualTo(2_500);
    }

    @Test
    void only_captured_money_is_refunded() throws Exception {
        var held = stripe.held(StripeFixture.GOOD);
        assertThatThrownBy(() -> refund(held, 100)).hasMessageContaining("You must cancel the PaymentIntent");
    }

    @Test
    void refund_of_the_documented_card_fails_later_and_may_be_made_again() throws Exception {
        var intent = captured("4000000000005126");
        var refund = refund(intent, 2_500);
        assertThat(refund.getStatus()).isEqualTo("succeeded");
        stripe.advance(Duration.ofMinutes(1));
        var failed = stripe.client().v1().refunds().retrieve(refund.getId());
        assertThat(failed.getStatus()).isEqualTo("failed");
        assertThat(failed.getFailureReason()).isEqualTo("expired_or_canceled_card");
        assertThat(failed.getFailureBalanceTransaction()).startsWith("txn_");
        assertThat(stripe.intent(intent.getId()).getLatestChargeObject().getAmountRefunded())
                .isZero();
        assertThat(stripe.client().v1().events().list().getData())
                .extracting(event -> event.getType())
                .contains("refund.failed", "refund.updated", "charge.refunded");
        assertThat(refund(intent, 2_500).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void refund_of_a_good_card_fails_later_when_a_fault_says_so() throws Exception {
        var intent = captured(StripeFixture.GOOD);
        stripe.fault("refund.create", "fails_later", "delay_ms", 30_000);
        var refund = refund(intent, 2_500);
        stripe.advance(Duration.ofMinutes(1));
        assertThat(stripe.client().v1().refunds().retrieve(refund.getId()).getStatus())
                .isEqualTo("failed");
    }

    @Test
    void pending_refund_settles_later() throws Exception {
        var refund = refund(captured("4000000000007726"), 2_500);
        assertThat(refund.getStatus()).isEqualTo("pending");
        assertThat(refund.getBalanceTransaction()).isNull();
        stripe.advance(Duration.ofMinutes(1));
        var settled = stripe.client().v1().refunds().retrieve(refund.getId());
        assertThat(settled.getStatus()).isEqualTo("succeeded");
        assertThat(settled.getBalanceTransaction()).startsWith("txn_");
    }

    @Test
    void refund_is_made_once_per_idempotency_key() throws Exception {
        var intent = captured(StripeFixture.GOOD);
        var params =
                RefundCreateParams.builder().setPaymentIntent(intent.getId()).build();
        var refunds = stripe.client().v1().refunds();
        var first = refunds.create(params, StripeFixture.key("refund-1"));
        var second = refunds.create(params, StripeFixture.key("refund-1"));
        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(refunds.list().getData()).hasSize(1);
    }

    @Test
    void books_show_fee_and_net_and_the_balance_adds_up() throws Exception {
        var intent = captured(StripeFixture.GOOD);
        refund(intent, 1_000);
        var movements = stripe.client().v1().balanceTransactions().list().getData();
        assertThat(movements).extracting(m -> m.getType()).containsExactly("refund", "charge");
        var charge = movements.get(1);
        assertThat(charge.getFee())
                .as("2.9 % of 25.00 is 72.5, rounded, and 30")
                .isEqualTo(103);
        assertThat(charge.getNet()).isEqualTo(2_397);
        assertThat(charge.getStatus()).isEqualTo("pending");
        assertThat(stripe.client()
                        .v1()
                        .balance()
                        .retrieve()
                        .getPending()
                        .getFirst()
                        .getAmount())
                .isEqualTo(1_397);

        stripe.advance(Duration.ofDays(3));
        var balance = stripe.client().v1().balance().retrieve();
        assertThat(balance.getAvailable().getFirst().getAmount()).isEqualTo(1_397);
        assertThat(balance.getPending().getFirst().getAmount()).isZero();
        assertThat(stripe.client()
                        .v1()
                        .balanceTransactions()
                        .list(BalanceTransactionListParams.builder()
                                .setType("refund")
                                .build())
                        .getData())
                .hasSize(1);
    }
}

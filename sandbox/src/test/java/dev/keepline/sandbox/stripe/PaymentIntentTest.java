package dev.keepline.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.PaymentIntentListParams;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaymentIntentTest {
    private StripeFixture stripe;

    @BeforeEach
    void open() throws IOException {
        stripe = StripeFixture.temporary();
    }

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void capture_takes_the_held_amount_once() throws Exception {
        var held = stripe.held(StripeFixture.GOOD);
        var captured = stripe.client().v1().paymentIntents().capture(held.getId());
        assertThat(captured.getStatus()).isEqualTo("succeeded");
        assertThat(captured.getAmountReceived()).isEqualTo(2_500);
        assertThat(captured.getAmountCapturable()).isZero();
        assertThat(stripe.client()
                        .v1()
                        .checkout()
                        .sessions()
                        .list()
                        .getData()
                        .getFirst()
                        .getPaymentStatus())
                .isEqualTo("paid");
        var again = catchThrowableOfType(
                InvalidRequestException.class,
                () -> stripe.client().v1().paymentIntents().capture(held.getId()));
        assertThat(again.getCode()).isEqualTo("payment_intent_unexpected_state");
        assertThat(again.getStripeError().getPaymentIntent().getStatus()).isEqualTo("succeeded");
    }

    @Test
    void partial_capture_releases_the_rest_and_more_than_held_is_refused() throws Exception {
        var held = stripe.held(StripeFixture.GOOD);
        var intents = stripe.client().v1().paymentIntents();
        var more = catchThrowableOfType(
                InvalidRequestException.class,
                () -> intents.capture(
                        held.getId(),
                        PaymentIntentCaptureParams.builder()
                                .setAmountToCapture(2_501L)
                                .build()));
        assertThat(more.getCode()).isEqualTo("amount_too_large");
        intents.capture(
                held.getId(),
                PaymentIntentCaptureParams.builder().setAmountToCapture(2_000L).build());
        var intent = stripe.intent(held.getId());
        assertThat(intent.getAmountReceived()).isEqualTo(2_000);
        assertThat(intent.getLatestChargeObject().getAmountCaptured()).isEqualTo(2_000);
        assertThat(intent.getLatestChargeObject().getAmountRefunded())
                .as("released")
                .isEqualTo(500);
    }

    @Test
    void cancel_voids_the_hold_and_looks_refunded_though_nothing_was_captured() throws Exception {
        var held = stripe.held(StripeFixture.GOOD);
        var canceled = stripe.client()
                .v1()
                .paymentIntents()
                .cancel(
                        held.getId(),
                        PaymentIntentCancelParams.builder()
                                .setCancellationReason(PaymentIntentCancelParams.CancellationReason.ABANDONED)
                                .build());
        assertThat(canceled.getStatus()).isEqualTo("canceled");
        assertThat(canceled.getCancellationReason()).isEqualTo("abandoned");
        var charge = stripe.intent(held.getId()).getLatestChargeObject();
        assertThat(charge.getRefunded()).isTrue();
        assertThat(charge.getCaptured()).isFalse();
        assertThat(stripe.client().v1().refunds().list().getData()).isEmpty();
        var capture = catchThrowableOfType(
                InvalidRequestException.class,
                () -> stripe.client().v1().paymentIntents().capture(held.getId()));
        assertThat(capture.getCode()).isEqualTo("payment_intent_unexpected_state");
        assertThat(capture).hasMessageContaining("status of canceled");
    }

    @Test
    void fault_26_hold_ends_after_seven_days_by_itself() throws Exception {
        var held = stripe.held(StripeFixture.GOOD);
        stripe.advance(Duration.ofDays(7).minusMinutes(1));
        assertThat(stripe.intent(held.getId()).getStatus()).isEqualTo("requires_capture");
        stripe.advance(Duration.ofMinutes(2));
        var ended = stripe.intent(held.getId());
        assertThat(ended.getStatus()).isEqualTo("canceled");
        assertThat(ended.getCancellationReason()).isEqualTo("automatic");
        assertThat(ended.getAmountCapturable()).isZero();
        assertThat(stripe.client().v1().events().list().getData())
                .extracting(event -> event.getType())
                .startsWith("payment_intent.canceled", "charge.expired");
        assertThat(catchThrowableOfType(
                                InvalidRequestException.class,
                                () -> stripe.client().v1().paymentIntents().capture(held.getId()))
                        .getCode())
                .isEqualTo("payment_intent_unexpected_state");
    }

    @Test
    void intent_is_created_and_confirmed_over_the_api() throws Exception {
        var intents = stripe.client().v1().paymentIntents();
        var paid = intents.create(StripeFixture.direct("pm_card_visa").build());
        assertThat(paid.getStatus()).isEqualTo("succeeded");
        var held = intents.create(StripeFixture.direct("pm_card_mastercard")
                .setCaptureMethod(CaptureMethod.MANUAL)
                .build());
        assertThat(held.getStatus()).isEqualTo("requires_capture");

        var open = intents.create(PaymentIntentCreateParams.builder()
                .setAmount(999L)
                .setCurrency("usd")
                .build());
        assertThat(open.getStatus()).isEqualTo("requires_payment_method");
        var confirmed = intents.confirm(
                open.getId(),
                PaymentIntentConfirmParams.builder()
                        .setPaymentMethod("pm_card_visa")
                        .build());
        assertThat(confirmed.getStatus()).isEqualTo("succeeded");
        assertThat(confirmed.getPaymentMethod()).startsWith("pm_");
        assertThat(catchThrowableOfType(
                                InvalidRequestException.class,
                                () -> intents.create(
                                        StripeFixture.direct("pm_nobody").build()))
                        .getCode())
                .isEqualTo("resource_missing");
    }

    @Test
    void declined_confirmation_is_an_error_and_leaves_an_intent_that_can_be_tried_again() {
        var intents = stripe.client().v1().paymentIntents();
        var error = catchThrowableOfType(
                CardException.class,
                () -> intents.create(StripeFixture.direct("pm_card_visa_chargeDeclinedInsufficientFunds")
                        .build()));
        assertThat(error.getStatusCode()).isEqualTo(402);
        assertThat(error.getCode()).isEqualTo("card_declined");
        assertThat(error.getDeclineCode()).isEqualTo("insufficient_funds");
        var intent = error.getStripeError().getPaymentIntent();
        assertThat(intent.getStatus()).isEqualTo("requires_payment_method");
        assertThat(intent.getLastPaymentError().getCharge()).startsWith("ch_");
    }

    @Test
    void off_session_3ds_is_declined_and_on_session_redirects() throws Exception {
        var intents = stripe.client().v1().paymentIntents();
        var declined = catchThrowableOfType(
                CardException.class,
                () -> intents.create(StripeFixture.direct("pm_card_authenticationRequired")
                        .setOffSession(true)
                        .build()));
        assertThat(declined.getCode()).isEqualTo("authentication_required");

        var action = intents.create(StripeFixture.direct("pm_card_threeDSecure2Required")
                .setReturnUrl("http://localhost:8080/after")
                .build());
        assertThat(action.getStatus()).isEqualTo("requires_action");
        String page = action.getNextAction().getRedirectToUrl().getUrl();
        var back = stripe.form(page, "result", "complete");
        assertThat(back.headers().firstValue("Location").orElse(""))
                .startsWith("http://localhost:8080/after?payment_intent=" + action.getId())
                .endsWith("redirect_status=succeeded");
        assertThat(stripe.intent(action.getId()).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void intents_are_listed_by_time_of_creation() throws Exception {
        var intents = stripe.client().v1().paymentIntents();
        var old = intents.create(StripeFixture.direct("pm_card_visa").build());
        stripe.advance(Duration.ofHours(2));
        var young = intents.create(StripeFixture.direct("pm_card_visa").build());
        long between = old.getCreated() + 3600;
        var since = PaymentIntentListParams.builder()
                .setCreated(PaymentIntentListParams.Created.builder()
                        .setGte(between)
                        .build())
                .build();
        assertThat(intents.list(since).getData()).extracting(i -> i.getId()).containsExactly(young.getId());
        var until = PaymentIntentListParams.builder()
                .setCreated(
                        PaymentIntentListParams.Created.builder().setLt(between).build())
                .build();
        assertThat(intents.list(until).getData()).extracting(i -> i.getId()).containsExactly(old.getId());
        assertThat(intents.list(PaymentIntentListParams.builder().setLimit(1L).build())
                        .autoPagingIterable())
                .extracting(i -> i.getId())
                .containsExactly(young.getId(), old.getId());
    }
}

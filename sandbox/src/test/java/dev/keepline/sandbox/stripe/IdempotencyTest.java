package dev.keepline.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
    private static final PaymentIntentCreateParams PAY =
            StripeFixture.direct("pm_card_visa").build();

    private StripeFixture stripe;

    @BeforeEach
    void open() throws IOException {
        stripe = StripeFixture.temporary();
    }

    @AfterEach
    void close() {
        stripe.close();
    }

    private PaymentIntent pay(String key) throws StripeException {
        return stripe.client().v1().paymentIntents().create(PAY, StripeFixture.key(key));
    }

    private int intents() throws StripeException {
        return stripe.client().v1().paymentIntents().list().getData().size();
    }

    @Test
    void same_key_and_parameters_are_answered_from_memory() throws Exception {
        var first = pay("k");
        var second = pay("k");
        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(second.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .contains("true");
        assertThat(second.getLastResponse().headers().firstValue("Original-Request"))
                .isPresent();
        assertThat(first.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .isEmpty();
        assertThat(intents()).isEqualTo(1);
    }

    @Test
    void same_key_with_other_parameters_is_an_error() throws Exception {
        pay("k");
        var error = catchThrowableOfType(
                IdempotencyException.class,
                () -> stripe.client()
                        .v1()
                        .paymentIntents()
                        .create(
                                StripeFixture.direct("pm_card_visa")
                                        .setAmount(9_900L)
                                        .build(),
                                StripeFixture.key("k")));
        assertThat(error.getStatusCode()).isEqualTo(400);
        assertThat(error.getStripeError().getType()).isEqualTo("idempotency_error");
    }

    @Test
    void fault_03_replayed_500_is_no_news_though_the_money_moved() throws Exception {
        stripe.fault("intent.create", "status_500", "applied", true);
        assertThat(catchThrowableOfType(ApiException.class, () -> pay("k")).getStatusCode())
                .isEqualTo(500);
        var replay = catchThrowableOfType(ApiException.class, () -> pay("k"));
        assertThat(replay.getStatusCode()).as("saved").isEqualTo(500);
        var applied = stripe.client().v1().paymentIntents().list().getData();
        assertThat(applied).hasSize(1);
        assertThat(applied.getFirst().getStatus()).isEqualTo("succeeded");
    }

    @Test
    void a_500_before_applying_is_saved_too() throws Exception {
        stripe.fault("intent.create", "status_500");
        assertThatThrownBy(() -> pay("k")).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> pay("k")).isInstanceOf(ApiException.class);
        assertThat(intents()).isZero();
        assertThat(pay("another").getStatus()).isEqualTo("succeeded");
    }

    /** Not by stripe-java: the JDK's HttpURLConnection under it sends a dropped POST again by itself. */
    private void payOverDroppedConnection() {
        String body = "amount=2500&currency=usd&confirm=true&payment_method=pm_card_visa";
        assertThatThrownBy(() -> stripe.send(
                        "/stripe/v1/payment_intents",
                        "application/x-www-form-urlencoded",
                        body,
                        "Authorization",
                        "Bearer sk_test_x",
                        "Idempotency-Key",
                        "k"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void answer_lost_on_the_way_leaves_the_payment_made() throws Exception {
        stripe.fault("intent.create", "drop_after");
        payOverDroppedConnection();
        assertThat(intents()).isEqualTo(1);
    }

    @Test
    void call_lost_on_the_way_leaves_nothing() throws Exception {
        stripe.fault("intent.create", "drop_before");
        payOverDroppedConnection();
        assertThat(intents()).isZero();
    }

    @Test
    void fault_29_answer_lost_is_given_again_under_the_same_key() throws Exception {
        stripe.fault("intent.create", "drop_after");
        assertThat(pay("k").getStatus()).isEqualTo("succeeded");
        assertThat(pay("k").getStatus()).isEqualTo("succeeded");
        assertThat(intents()).isEqualTo(1);
    }

    @Test
    void decline_is_saved_and_replayed() {
        var params = StripeFixture.direct("pm_card_visa_chargeDeclined").build();
        for (int i = 0; i < 2; i++) {
            var error = catchThrowableOfType(
                    CardException.class,
                    () -> stripe.client().v1().paymentIntents().create(params, StripeFixture.key("k")));
            assertThat(error.getStatusCode()).isEqualTo(402);
        }
    }

    @Test
    void validation_failure_and_429_are_not_saved() throws Exception {
        var wrong = PaymentIntentCreateParams.builder()
                .setAmount(1L)
                .setCurrency("usd")
                .build();
        assertThatThrownBy(() -> stripe.client().v1().paymentIntents().create(wrong, StripeFixture.key("k")))
                .isInstanceOf(InvalidRequestException.class);
        stripe.fault("intent.create", "status_429");
        assertThatThrownBy(() -> pay("k")).isInstanceOf(RateLimitException.class);
        assertThat(pay("k").getStatus()).isEqualTo("succeeded");
    }

    @Test
    void of_two_calls_at_once_with_the_same_key_one_conflicts() throws Exception {
        stripe.fault("intent.create", "delay", "delay_ms", 1_500);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(List.<Callable<Integer>>of(this::statusOfPaying, this::statusOfPaying));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(intents()).isEqualTo(1);
        assertThat(pay("k").getStatus()).as("the conflict was not saved").isEqualTo("succeeded");
    }

    private int statusOfPaying() {
        try {
            return pay("k").getLastResponse().code();
        } catch (StripeException refused) {
            return refused.getStatusCode();
        }
    }

    @Test
    void key_is_pruned_after_a_day_and_then_acts_again() throws Exception {
        pay("k");
        stripe.advance(Duration.ofHours(23));
        pay("k");
        assertThat(intents()).isEqualTo(1);
        stripe.advance(Duration.ofHours(2));
        pay("k");
        assertThat(intents()).as("a pruned key protects nothing").isEqualTo(2);
        pay("k");
        assertThat(intents()).isEqualTo(2);
    }

    @Test
    void keys_outlive_a_restart() throws Exception {
        var first = pay("k");
        stripe.restart();
        assertThat(pay("k").getId()).isEqualTo(first.getId());
        assertThat(intents()).isEqualTo(1);
    }
}

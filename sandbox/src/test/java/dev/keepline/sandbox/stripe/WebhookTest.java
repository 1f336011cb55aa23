package dev.keepline.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private static final String SECRET = "whsec_test";

    private StripeFixture stripe;
    private Receiver receiver;

    @BeforeEach
    void open() throws Exception {
        stripe = StripeFixture.temporary();
        receiver = new Receiver();
        stripe.control("/control/stripe/webhook", Map.of("url", receiver.url(), "secret", SECRET));
    }

    @AfterEach
    void close() {
        stripe.close();
        receiver.close();
    }

    private List<String> types(int count) throws InterruptedException {
        return receiver.await(count).stream().map(call -> typeOf(call.body())).toList();
    }

    private static String typeOf(String body) {
        return dev.keepline.sandbox.Json.parse(body).path("type").asString();
    }

    @Test
    void paid_session_is_reported_and_signed_so_that_stripe_java_accepts_it() throws Exception {
        stripe.complete(stripe.openSession().getId(), StripeFixture.GOOD);
        assertThat(types(4))
                .containsExactlyInAnyOrder(
                        "payment_intent.created",
                        "charge.succeeded",
                        "payment_intent.amount_capturable_updated",
                        "checkout.session.completed");
        for (var call : receiver.await(4)) {
            var event = Webhook.constructEvent(call.body(), call.signature(), SECRET, 300);
            assertThat(stripe.client().v1().events().retrieve(event.getId()).getType())
                    .isEqualTo(event.getType());
            assertThat(event.getApiVersion()).isEqualTo(com.stripe.Stripe.API_VERSION);
            assertThat(event.getDataObjectDeserializer().getObject()).isPresent();
        }
    }

    @Test
    void signature_is_as_old_as_the_machine_says_even_when_the_sandbox_clock_is_ahead() throws Exception {
        stripe.advance(java.time.Duration.ofDays(3));
        stripe.complete(stripe.openSession().getId(), StripeFixture.GOOD);
        var call = receiver.await(1).getFirst();
        assertThat(Webhook.constructEvent(call.body(), call.signature(), SECRET, 300))
                .isNotNull();
    }

    @Test
    void delivery_is_retried_until_it_is_acknowledged() throws Exception {
        receiver.answerNext(500, 503);
        stripe.client().v1().checkout().sessions().expire(stripe.openSession().getId());
        var calls = receiver.await(3);
        assertThat(calls)
                .extracting(Receiver.Call::body)
                .containsOnly(calls.getFirst().body());
    }

    @Test
    void fault_04_duplicate_webhook_carries_the_same_event() throws Exception {
        stripe.fault("webhook", "duplicate");
        stripe.client().v1().checkout().sessions().expire(stripe.openSession().getId());
        var calls = receiver.await(2);
        assertThat(calls.get(0).body()).isEqualTo(calls.get(1).body());
    }

    @Test
    void fault_05_reordered_webhook_arrives_after_later_ones() throws Exception {
        stripe.fault("webhook", "reorder", "delay_ms", 400);
        stripe.complete(stripe.openSession().getId(), StripeFixture.GOOD);
        assertThat(types(4).getLast()).isEqualTo("payment_intent.created");
    }

    @Test
    void fault_06_lost_webhook_never_arrives_but_its_event_can_be_asked_for() throws Exception {
        stripe.fault("webhook", "drop_before");
        stripe.client().v1().checkout().sessions().expire(stripe.openSession().getId());
        stripe.client().v1().checkout().sessions().expire(stripe.openSession().getId());
        String lost = stripe.client().v1().events().list().getData().get(1).getId();
        assertThat(receiver.await(1)).extracting(Receiver.Call::body).noneMatch(body -> body.contains(lost));
    }

    @Test
    void undelivered_webhooks_outlive_a_restart() throws Exception {
        receiver.answerNext(500);
        stripe.client().v1().checkout().sessions().expire(stripe.openSession().getId());
        receiver.await(1);
        stripe.restart();
        assertThat(receiver.await(2)).hasSize(2);
    }

    @Test
    void capture_cancel_and_refund_are_reported() throws Exception {
        var held = stripe.held(StripeFixture.GOOD);
        stripe.client().v1().paymentIntents().capture(held.getId());
        stripe.client()
                .v1()
                .refunds()
                .create(com.stripe.param.RefundCreateParams.builder()
                        .setPaymentIntent(held.getId())
                        .build());
        assertThat(types(8))
                .contains("charge.captured", "payment_intent.succeeded", "charge.refunded", "refund.created");
        stripe.client()
                .v1()
                .paymentIntents()
                .cancel(stripe.held(StripeFixture.GOOD).getId());
        assertThat(types(14)).contains("payment_intent.canceled");
        stripe.complete(stripe.openSession().getId(), "4000000000000002");
        assertThat(types(17)).contains("payment_intent.payment_failed", "charge.failed");
    }

    @Test
    void endpoint_is_remembered() throws IOException, Exception {
        stripe.restart();
        assertThat(stripe.get("/control/stripe/webhook").body())
                .contains(receiver.url())
                .doesNotContain(SECRET);
    }
}

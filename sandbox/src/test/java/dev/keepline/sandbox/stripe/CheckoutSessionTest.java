package dev.keepline.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.InvalidRequestException;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckoutSessionTest {
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
    void open_session_has_no_payment_intent_and_lives_a_day() throws Exception {
        var session = stripe.openSession();
        assertThat(session.getStatus()).isEqualTo("open");
        assertThat(session.getPaymentStatus()).isEqualTo("unpaid");
        assertThat(session.getPaymentIntent()).isNull();
        assertThat(session.getAmountTotal()).isEqualTo(2_500);
        assertThat(session.getClientReferenceId()).isEqualTo("attempt-1");
        assertThat(session.getMetadata()).containsEntry("attempt", "1");
        assertThat(session.getUrl()).endsWith("/stripe/c/pay/" + session.getId());
        assertThat(session.getExpiresAt() - session.getCreated())
                .isEqualTo(Duration.ofDays(1).toSeconds());
    }

    @Test
    void paid_session_shows_intent_and_charge_when_expanded() throws Exception {
        var created = stripe.openSession();
        stripe.complete(created.getId(), StripeFixture.GOOD);
        var session = stripe.client()
                .v1()
                .checkout()
                .sessions()
                .retrieve(
                        created.getId(),
                        SessionRetrieveParams.builder()
                                .addExpand("payment_intent.latest_charge")
                                .addExpand("line_items")
                                .build());
        assertThat(session.getStatus()).isEqualTo("complete");
        assertThat(session.getPaymentStatus()).as("held, not captured").isEqualTo("unpaid");
        assertThat(session.getUrl()).isNull();
        assertThat(session.getCustomerDetails().getEmail()).isEqualTo("ana@example.com");
        assertThat(session.getLineItems().getData().getFirst().getDescription()).isEqualTo("Renewal, 30 days");
        var intent = session.getPaymentIntentObject();
        assertThat(intent.getStatus()).isEqualTo("requires_capture");
        assertThat(intent.getAmountCapturable()).isEqualTo(2_500);
        assertThat(intent.getMetadata()).containsEntry("attempt", "1");
        var card = intent.getLatestChargeObject().getPaymentMethodDetails().getCard();
        assertThat(card.getLast4()).isEqualTo("4242");
        assertThat(card.getCaptureBefore() - intent.getCreated())
                .isEqualTo(Duration.ofDays(7).toSeconds());
    }

    @Test
    void expiry_is_accepted_between_30_minutes_and_24_hours_only() throws Exception {
        long now = stripe.now().getEpochSecond();
        var sessions = stripe.client().v1().checkout().sessions();
        assertThatThrownBy(() -> sessions.create(
                        StripeFixture.order(2_500).setExpiresAt(now + 29 * 60).build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("at least 30 minutes");
        assertThatThrownBy(() -> sessions.create(
                        StripeFixture.order(2_500).setExpiresAt(now + 25 * 3600).build()))
                .hasMessageContaining("less than 24 hours");
        assertThat(sessions.create(StripeFixture.order(2_500)
                                .setExpiresAt(now + 31 * 60)
                                .build())
                        .getExpiresAt())
                .isEqualTo(now + 31 * 60);
    }

    @Test
    void session_expires_by_the_sandbox_clock() throws Exception {
        var session = stripe.openSession();
        stripe.advance(Duration.ofHours(25));
        var expired = stripe.client().v1().checkout().sessions().retrieve(session.getId());
        assertThat(expired.getStatus()).isEqualTo("expired");
        assertThat(stripe.client().v1().events().list().getData())
                .extracting(event -> event.getType())
                .containsExactly("checkout.session.expired");
    }

    @Test
    void open_session_can_be_expired_once_and_then_not_paid() throws Exception {
        var session = stripe.openSession();
        var sessions = stripe.client().v1().checkout().sessions();
        assertThat(sessions.expire(session.getId()).getStatus()).isEqualTo("expired");
        var error = catchThrowableOfType(InvalidRequestException.class, () -> sessions.expire(session.getId()));
        assertThat(error.getStatusCode()).isEqualTo(400);
        assertThat(error).hasMessageContaining("has a status of `expired`");
        assertThat(stripe.complete(session.getId(), StripeFixture.GOOD)
                        .path("outcome")
                        .asString())
                .isEqualTo("too_late");
    }

    @Test
    void complete_session_cannot_be_expired() throws Exception {
        var session = stripe.openSession();
        stripe.complete(session.getId(), StripeFixture.GOOD);
        assertThatThrownBy(() -> stripe.client().v1().checkout().sessions().expire(session.getId()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("has a status of `complete`");
    }

    @Test
    void expiring_a_session_ends_the_intent_a_declined_card_left_behind() throws Exception {
        var session = stripe.openSession();
        stripe.complete(session.getId(), "4000000000000002");
        var sessions = stripe.client().v1().checkout().sessions();
        String intent = sessions.retrieve(session.getId()).getPaymentIntent();
        assertThatThrownBy(() -> stripe.client().v1().paymentIntents().cancel(intent))
                .hasMessageContaining("Expire the Checkout Session instead");
        sessions.expire(session.getId());
        assertThat(stripe.intent(intent).getStatus()).isEqualTo("canceled");
    }

    @Test
    void sessions_are_listed_newest_first_by_cursor_and_found_by_their_intent() throws Exception {
        var first = stripe.openSession();
        var second = stripe.openSession();
        var third = stripe.openSession();
        stripe.complete(second.getId(), StripeFixture.GOOD);
        var sessions = stripe.client().v1().checkout().sessions();
        var page = sessions.list(SessionListParams.builder().setLimit(2L).build());
        assertThat(page.getData()).extracting(s -> s.getId()).containsExactly(third.getId(), second.getId());
        assertThat(page.getHasMore()).isTrue();
        var rest = sessions.list(SessionListParams.builder()
                .setLimit(2L)
                .setStartingAfter(second.getId())
                .build());
        assertThat(rest.getData()).extracting(s -> s.getId()).containsExactly(first.getId());
        assertThat(rest.getHasMore()).isFalse();
        String intent = sessions.retrieve(second.getId()).getPaymentIntent();
        assertThat(sessions.list(SessionListParams.builder()
                                .setPaymentIntent(intent)
                                .build())
                        .getData())
                .extracting(s -> s.getId())
                .containsExactly(second.getId());
    }

    @Test
    void parameters_are_refused_by_name() {
        var sessions = stripe.client().v1().checkout().sessions();
        var small = catchThrowableOfType(
                InvalidRequestException.class,
                () -> sessions.create(StripeFixture.order(49).build()));
        assertThat(small.getCode()).isEqualTo("amount_too_small");
        var unknown = catchThrowableOfType(
                InvalidRequestException.class,
                () -> sessions.create(StripeFixture.order(2_500)
                        .putExtraParam("sucess_url", "http://x")
                        .build()));
        assertThat(unknown.getCode()).isEqualTo("parameter_unknown");
        assertThat(unknown.getParam()).isEqualTo("sucess_url");
        var missing = catchThrowableOfType(
                InvalidRequestException.class,
                () -> sessions.create(com.stripe.param.checkout.SessionCreateParams.builder()
                        .setMode(com.stripe.param.checkout.SessionCreateParams.Mode.PAYMENT)
                        .setSuccessUrl("http://localhost/ok")
                        .build()));
        assertThat(missing.getCode()).isEqualTo("parameter_missing");
        assertThat(missing.getParam()).isEqualTo("line_items");
    }
}

package dev.keepline.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiBasicsTest {
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
    void live_key_and_no_key_are_refused() throws Exception {
        var live = catchThrowableOfType(
                AuthenticationException.class,
                () -> stripe.client("sk_live_51Habcdefghijklmnop")
                        .v1()
                        .balance()
                        .retrieve());
        assertThat(live.getStatusCode()).isEqualTo(401);
        assertThat(live).hasMessageContaining("Invalid API Key").hasMessageNotContaining("abcdefghijk");
        assertThat(stripe.get("/stripe/v1/balance").statusCode()).isEqualTo(401);
    }

    @Test
    void every_answer_names_its_request_and_version() throws Exception {
        var session = stripe.openSession();
        assertThat(session.getLastResponse().requestId()).startsWith("req_");
        assertThat(session.getLastResponse().headers().firstValue("Stripe-Version"))
                .contains(com.stripe.Stripe.API_VERSION);
        var missing = catchThrowableOfType(
                InvalidRequestException.class,
                () -> stripe.client().v1().paymentIntents().retrieve("pi_nothing"));
        assertThat(missing.getStatusCode()).isEqualTo(404);
        assertThat(missing.getCode()).isEqualTo("resource_missing");
        assertThat(missing.getParam()).isEqualTo("intent");
        assertThat(missing.getRequestId()).startsWith("req_");
    }

    @Test
    void id_of_another_kind_is_missing_too() throws Exception {
        String session = stripe.openSession().getId();
        assertThat(catchThrowableOfType(
                                InvalidRequestException.class,
                                () -> stripe.client().v1().paymentIntents().retrieve(session))
                        .getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void property_that_is_no_reference_cannot_be_expanded() throws Exception {
        var session = stripe.openSession();
        var error = catchThrowableOfType(
                InvalidRequestException.class,
                () -> stripe.client()
                        .v1()
                        .checkout()
                        .sessions()
                        .retrieve(
                                session.getId(),
                                com.stripe.param.checkout.SessionRetrieveParams.builder()
                                        .addExpand("status")
                                        .build()));
        assertThat(error).hasMessageContaining("cannot be expanded");
    }

    @Test
    void unknown_address_is_stripes_404() throws Exception {
        var answer = stripe.get("/stripe/v1/customers", "Authorization", "Bearer sk_test_x");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("invalid_request_error");
    }

    @Test
    void reading_may_fail_on_demand() throws Exception {
        var session = stripe.openSession();
        stripe.fault("checkout.retrieve", "status_500");
        assertThat(catchThrowableOfType(
                                ApiException.class,
                                () -> stripe.client().v1().checkout().sessions().retrieve(session.getId()))
                        .getStatusCode())
                .isEqualTo(500);
        assertThat(stripe.client()
                        .v1()
                        .checkout()
                        .sessions()
                        .retrieve(session.getId())
                        .getStatus())
                .isEqualTo("open");
    }

    @Test
    void control_call_refuses_numbers_that_are_no_test_cards() throws Exception {
        var session = stripe.openSession();
        var answer = stripe.control(
                "/control/stripe/sessions/" + session.getId() + "/complete", Map.of("card", "4111111111111111"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("error").asString()).contains("documented test cards only");
    }

    @Test
    void control_call_passes_or_fails_3ds_as_told() throws Exception {
        var failed = stripe.openSession();
        String path = "/control/stripe/sessions/" + failed.getId() + "/complete";
        var answer = stripe.control(path, Map.of("card", "4000000000003220", "authentication", "fail"));
        assertThat(answer.body().path("outcome").asString()).isEqualTo("declined");
        assertThat(stripe.control(path, Map.of("card", "4000000000003220"))
                        .body()
                        .path("outcome")
                        .asString())
                .isEqualTo("approved");
    }
}

package dev.keepline.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.param.checkout.SessionCreateParams;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostedPageTest {
    private StripeFixture stripe;

    @BeforeEach
    void open() throws IOException {
        stripe = StripeFixture.temporary();
    }

    @AfterEach
    void close() {
        stripe.close();
    }

    private HttpResponse<String> pay(String url, String card) throws Exception {
        return stripe.form(url, "email", "ana@example.com", "number", card, "expiry", "12 / 34", "cvc", "123");
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    @Test
    void page_says_sandbox_and_amount_and_leads_back() throws Exception {
        var session = stripe.openSession();
        var page = stripe.get(session.getUrl());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body())
                .contains("SANDBOX", "$25.00", "Renewal, 30 days", "lang=\"en\"", "width=device-width")
                .contains("href=\"http://localhost:8080/cancel\"")
                .doesNotContain("<script");
    }

    @Test
    void page_speaks_chinese_when_the_session_or_else_the_browser_does() throws Exception {
        var chinese = stripe.client()
                .v1()
                .checkout()
                .sessions()
                .create(StripeFixture.order(2_500)
                        .setLocale(SessionCreateParams.Locale.ZH)
                        .build());
        assertThat(stripe.get(chinese.getUrl()).body()).contains("lang=\"zh-CN\"", "沙盒", "应付金额");
        var open = stripe.openSession();
        assertThat(stripe.get(open.getUrl(), "Accept-Language", "zh-CN,zh;q=0.9")
                        .body())
                .contains("应付金额");
    }

    @Test
    void paying_redirects_to_the_success_page_and_the_page_cannot_pay_again() throws Exception {
        var session = stripe.openSession();
        var paid = pay(session.getUrl(), StripeFixture.GOOD);
        assertThat(paid.statusCode()).isEqualTo(303);
        assertThat(location(paid)).isEqualTo("http://localhost:8080/back?session=" + session.getId());
        assertThat(stripe.get(session.getUrl()).body()).contains("Already paid", "http://localhost:8080/back");
        assertThat(pay(session.getUrl(), StripeFixture.GOOD).body()).contains("Already paid");
        assertThat(stripe.client().v1().charges().list().getData()).hasSize(1);
    }

    @Test
    void number_that_is_no_documented_test_card_is_refused_and_kept_nowhere() throws Exception {
        String real = "4111111111111111";
        var session = stripe.openSession();
        var refused = pay(session.getUrl(), real);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("documented test cards only").doesNotContain(real);
        assertThat(stripe.client().v1().paymentIntents().list().getData()).isEmpty();
        pay(session.getUrl(), StripeFixture.GOOD);
        assertThat(stripe.get("/control/log").body()).contains("/c/pay/").doesNotContain(real);
        stripe.restart();
        String stored =
                new String(Files.readAllBytes(stripe.data().resolve("sandbox.mv")), StandardCharsets.ISO_8859_1);
        assertThat(stored)
                .doesNotContain(real)
                .doesNotContain("4242424242424242")
                .doesNotContain("4242 4242");
    }

    @Test
    void expiry_and_cvc_are_checked_field_by_field() throws Exception {
        var session = stripe.openSession();
        var wrong = stripe.form(session.getUrl(), "number", StripeFixture.GOOD, "expiry", "01/20", "cvc", "12");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("This date is in the past.", "three digits", "aria-invalid");
        var amex = stripe.form(session.getUrl(), "number", "378282246310005", "expiry", "13/34", "cvc", "123");
        assertThat(amex.body()).contains("Type month and year", "four digits");
    }

    @Test
    void declined_card_may_be_followed_by_another_on_the_same_intent() throws Exception {
        var session = stripe.openSession();
        var declined = pay(session.getUrl(), "4000 0000 0000 9995");
        assertThat(declined.statusCode()).isEqualTo(303);
        assertThat(stripe.get("" + session.getUrl()).body()).contains("insufficient funds", "role=\"alert\"");
        var sessions = stripe.client().v1().checkout().sessions();
        String intent = sessions.retrieve(session.getId()).getPaymentIntent();
        var failed = stripe.intent(intent);
        assertThat(failed.getStatus()).isEqualTo("requires_payment_method");
        assertThat(failed.getLastPaymentError().getCode()).isEqualTo("card_declined");
        assertThat(failed.getLastPaymentError().getDeclineCode()).isEqualTo("insufficient_funds");
        assertThat(failed.getLatestChargeObject().getStatus()).isEqualTo("failed");

        assertThat(location(pay(session.getUrl(), StripeFixture.GOOD))).startsWith("http://localhost:8080/back");
        assertThat(sessions.retrieve(session.getId()).getPaymentIntent()).isEqualTo(intent);
        var held = stripe.intent(intent);
        assertThat(held.getStatus()).isEqualTo("requires_capture");
        assertThat(held.getLastPaymentError()).isNull();
        assertThat(stripe.client().v1().charges().list().getData()).hasSize(2);
    }

    @Test
    void challenged_card_passes_3ds_and_is_held() throws Exception {
        var session = stripe.openSession();
        var challenge = pay(session.getUrl(), "4000 0000 0000 3220");
        assertThat(location(challenge)).startsWith("/stripe/3ds/pi_");
        String intent = stripe.client()
                .v1()
                .checkout()
                .sessions()
                .retrieve(session.getId())
                .getPaymentIntent();
        assertThat(stripe.intent(intent).getStatus()).isEqualTo("requires_action");
        assertThat(stripe.get(location(challenge)).body()).contains("SANDBOX", "$25.00", "Complete", "Fail");

        var passed = stripe.form(location(challenge), "result", "complete");
        assertThat(location(passed)).startsWith("http://localhost:8080/back");
        assertThat(stripe.intent(intent).getStatus()).isEqualTo("requires_capture");
        assertThat(stripe.intent(intent)
                        .getLatestChargeObject()
                        .getPaymentMethodDetails()
                        .getCard()
                        .getThreeDSecure())
                .satisfies(secure -> assertThat(secure.getResult()).isEqualTo("authenticated"));
        assertThat(stripe.get(location(challenge)).body()).contains("This check is over");
    }

    @Test
    void failed_3ds_leaves_no_charge_and_lets_one_try_again() throws Exception {
        var session = stripe.openSession();
        var challenge = pay(session.getUrl(), "4000002760003184");
        var failed = stripe.form(location(challenge), "result", "fail");
        assertThat(location(failed)).isEqualTo("/stripe/c/pay/" + session.getId());
        assertThat(stripe.get(location(failed)).body()).contains("The card was not authenticated");
        assertThat(stripe.client().v1().charges().list().getData()).isEmpty();
        pay(session.getUrl(), StripeFixture.GOOD);
        assertThat(stripe.client()
                        .v1()
                        .checkout()
                        .sessions()
                        .retrieve(session.getId())
                        .getStatus())
                .isEqualTo("complete");
    }

    @Test
    void fault_27_page_left_open_after_expiry_says_so_and_takes_nothing() throws Exception {
        var session = stripe.openSession();
        stripe.advance(Duration.ofHours(25));
        assertThat(stripe.get(session.getUrl()).body()).contains("has expired", "Nothing was charged");
        assertThat(pay(session.getUrl(), StripeFixture.GOOD).body()).contains("has expired");
        assertThat(stripe.client().v1().charges().list().getData()).isEmpty();
    }

    @Test
    void challenge_left_open_until_the_session_expired_takes_nothing() throws Exception {
        var session = stripe.openSession();
        var challenge = pay(session.getUrl(), "4000002760003184");
        stripe.advance(Duration.ofHours(25));
        stripe.form(location(challenge), "result", "complete");
        assertThat(stripe.client().v1().charges().list().getData()).isEmpty();
        assertThat(stripe.client()
                        .v1()
                        .paymentIntents()
                        .list()
                        .getData()
                        .getFirst()
                        .getStatus())
                .isEqualTo("canceled");
    }

    @Test
    void every_documented_decline_is_told_to_the_person_and_to_the_api() throws Exception {
        String[][] table = {
            {"4000000000000002", "card_declined", "generic_decline", "was declined"},
            {"4000000000009987", "card_declined", "lost_card", "was declined"},
            {"4000000000009979", "card_declined", "stolen_card", "was declined"},
            {"4000000000000069", "expired_card", "expired_card", "has expired"},
            {"4000000000000127", "incorrect_cvc", "incorrect_cvc", "security code is wrong"},
            {"4000000000000119", "processing_error", "processing_error", "could not be processed"},
        };
        for (String[] row : table) {
            var session = stripe.openSession();
            pay(session.getUrl(), row[0]);
            assertThat(stripe.get(session.getUrl()).body()).contains(row[3]);
            var error = stripe.intent(stripe.client()
                            .v1()
                            .checkout()
                            .sessions()
                            .retrieve(session.getId())
                            .getPaymentIntent())
                    .getLastPaymentError();
            assertThat(error.getCode()).isEqualTo(row[1]);
            assertThat(error.getDeclineCode()).isEqualTo(row[2]);
        }
    }

    @Test
    void unknown_page_is_a_page_too() throws Exception {
        var page = stripe.get("/stripe/c/pay/cs_test_nothing");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such payment page");
    }
}

package dev.keepline.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.journey.RealProcess;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.RequestId;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.testing.ScriptedServer;
import dev.keepline.testing.ScriptedServer.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that no well-meaning Stripe gives: a command is never taken for done, nor for not done, by them. */
class StripeStrangeAnswersTest {

    private static final RequestId ID = new RequestId("0123456789abcdef-c1");
    private static final Money PRICE = Money.usd(2_985);
    private static final String HELD = """
            {"id":"pi_1","object":"payment_intent","status":"requires_capture","amount_capturable":2985,"currency":"usd",
             "latest_charge":{"id":"ch_1","object":"charge","created":1795600000,
               "payment_method_details":{"type":"card","card":{"brand":"visa","last4":"4242"%s}}}}
            """;

    private static final String TAKEN =
            "{\"id\":\"pi_1\",\"object\":\"payment_intent\",\"status\":\"succeeded\",\"metadata\":{\"renewal_id\":\"r\"}}";

    private final ScriptedServer server = new ScriptedServer();
    private final StripeGateway gateway = gateway(server.url());

    private static StripeGateway gateway(URI url) {
        return new StripeGateway(Shop.settings(url, Duration.ofMillis(900)), Shop.guard());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "\"succeeded\"",
                "{\"id\":\"pi_1\",\"status\":\"succeeded\"}",
                "{\"id\":\"pi_1\",\"status\":\"requires_capture\",\"amount_capturable\":1}",
                "<html>welcome</html>"
            })
    void a_success_that_cannot_be_read_is_a_doubt(String body) {
        server.then(200, body);

        assertThat(gateway.capture(ID, "pi_1", PRICE)).isInstanceOf(Outcome.Unknown.class);
        assertThat(server.seen()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|<html>proxy</html>                                       |Unknown",
                "400|{}                                                       |Unknown",
                "404|{\"error\":null}                                         |Unknown",
                "502|<html>bad gateway</html>                                 |Unknown",
                "503|{\"error\":{\"type\":\"api_error\"}}                     |Unknown",
                "400|{\"error\":{\"type\":\"idempotency_error\"}}             |Unknown",
                "302|                                                         |Unknown",
                "409|{\"error\":{\"type\":\"idempotency_error\"}}             |NotDone",
                "409|{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"lock_timeout\"}}|NotDone",
                "429|<html>slow down</html>                                   |NotDone",
                "429|{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"lock_timeout\"}}|NotDone",
                "401|{\"error\":{\"type\":\"invalid_request_error\"}}         |NotDone",
                "403|{\"error\":{\"type\":\"invalid_request_error\"}}         |NotDone",
            })
    void errors_say_what_is_known_and_no_more(int status, String body, String outcome) {
        server.then(status, body == null ? "" : body);

        assertThat(gateway.capture(ID, "pi_1", PRICE).getClass().getSimpleName())
                .isEqualTo(outcome);
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void a_refusal_whose_payment_cannot_be_read_stays_a_refusal() {
        server.then(402, "{\"error\":{\"type\":\"card_error\",\"code\":\"capture_failed\"}}")
                .then(new Answer.Drop());

        assertThat(gateway.capture(ID, "pi_1", PRICE)).isEqualTo(new Outcome.Refused<PaymentRecord>("capture_failed"));
    }

    @Test
    void a_refused_capture_of_a_payment_still_held_stays_a_refusal() {
        server.then(400, "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"amount_too_large\"}}")
                .then(200, HELD.formatted(""));

        assertThat(gateway.capture(ID, "pi_1", PRICE))
                .isEqualTo(new Outcome.Refused<PaymentRecord>("amount_too_large"));
    }

    @Test
    void a_refund_made_and_then_not_readable_is_on_its_way() {
        server.then(200, TAKEN)
                .then(200, "{\"id\":\"re_1\",\"object\":\"refund\",\"status\":\"succeeded\",\"amount\":2985}")
                .then(new Answer.Drop());

        assertThat(gateway.refund(ID, "pi_1", PRICE))
                .isEqualTo(new Outcome.Done<PaymentRecord>(new PaymentRecord.Refunding("pi_1", PRICE)));
    }

    @Test
    void a_payment_that_cannot_be_read_is_not_refunded_now() {
        server.then(500, "{}");

        assertThat(gateway.refund(ID, "pi_1", PRICE)).isInstanceOf(Outcome.NotDone.class);
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void a_hold_without_an_end_is_taken_to_be_the_shortest_there_is() {
        server.then(200, HELD.formatted("")).then(200, HELD.formatted(",\"capture_before\":1796200000"));

        assertThat(end()).isEqualTo(1_795_600_000L + (4 * 24 + 18) * 3_600);
        assertThat(end()).isEqualTo(1_796_200_000L);
    }

    private long end() {
        var held = (PaymentRecord.Held) Shop.done(gateway.payment("pi_1"));
        return held.hold().captureBefore().getEpochSecond();
    }

    @Test
    void without_a_connection_nothing_was_done() {
        var nobody = gateway(URI.create("http://127.0.0.1:" + RealProcess.freePort()));

        assertThat(nobody.capture(ID, "pi_1", PRICE)).isInstanceOf(Outcome.NotDone.class);
        assertThat(nobody.payment("pi_1")).isInstanceOf(Outcome.Unknown.class);
        assertThat(gateway(URI.create("http://no-such-host.invalid")).release(ID, "pi_1"))
                .isInstanceOf(Outcome.NotDone.class);
    }

    @Test
    void a_connection_that_breaks_is_a_doubt_and_the_command_is_not_sent_again() {
        for (Answer answer :
                List.of(new Answer.Drop(), new Answer.Silence(), new Answer.Stall(HELD), new Answer.Torn(HELD))) {
            int before = server.seen().size();
            server.then(answer);
            assertThat(gateway.capture(ID, "pi_1", PRICE)).as(answer.toString()).isInstanceOf(Outcome.Unknown.class);
            assertThat(server.seen()).hasSize(before + 1);
        }
    }

    @Test
    void an_answer_too_long_is_a_doubt() {
        server.then(200, "{\"id\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}");

        assertThat(gateway.capture(ID, "pi_1", PRICE)).isInstanceOf(Outcome.Unknown.class);
    }
}

package dev.keepline.carriers.dtone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.Effect;
import dev.keepline.carriers.Order;
import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.Product;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.journey.RealProcess;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.testing.ScriptedServer;
import dev.keepline.testing.ScriptedServer.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that the sandbox does not give: an order is never taken for done, nor for not done, by them. */
class DtOneStrangeAnswersTest {

    private static final Duration SHORT = Duration.ofMillis(900);

    private final ScriptedServer server = new ScriptedServer();
    private final Desk desk = new Desk(server.url(), SHORT);
    private final Order esim = desk.order(
            new Product("ESIM-7", Money.usd(1_125), new Effect.Plan(30, 5_000_000_000L), ProofLevel.READ_BACK),
            Desk.ESIM);
    private final Order credit = desk.order(
            new Product("RANGED-7", Money.usd(2_388), new Effect.Credit(Money.usd(2_500)), ProofLevel.AGGREGATOR),
            Desk.NUMBER);

    @AfterEach
    void close() {
        server.close();
    }

    private static String transaction(Order order, int statusClass, String message, String rest) {
        var party = order.line().equals(Desk.ESIM)
                ? "\"account_number\":\"8901999900000002878\""
                : "\"mobile_number\":\"+12125550142\"";
        return """
                {"id":42,"external_id":"%s","status":{"id":1,"message":"%s","class":{"id":%d,"message":"X"}},
                 "product":{"id":7},"prices":{"wholesale":{"unit":"USD","amount":11.25,"fee":0.5}},
                 "credit_party_identifier":{%s}%s}
                """.formatted(order.reference(), message, statusClass, party, rest);
    }

    @ParameterizedTest
    @CsvSource({
        "1, CREATED, Accepted",
        "2, CONFIRMED, Accepted",
        "5, SUBMITTED, Accepted",
        "3, REJECTED-BARRED-CREDIT-PARTY, Refused",
        "3, REJECTED-INSUFFICIENT-BALANCE, NotDone",
        "4, CANCELLED, Refused",
        "9, DECLINED, Refused",
        "7, COMPLETED, Done",
        "8, REVERSED, Done",
        "6, SOMETHING-NEW, Unknown",
        "0, SOMETHING-ELSE, Unknown",
    })
    void the_class_of_a_status_decides(int statusClass, String message, String outcome) {
        server.then(201, transaction(esim, statusClass, message, ""));

        assertThat(desk.connector.order(esim).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void the_fee_belongs_to_the_cost() {
        server.then(201, transaction(esim, 7, "COMPLETED", ""));

        assertThat(Desk.done(desk.connector.order(esim)).wholesale()).isEqualTo(Money.usd(1_175));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"metadata\":{\"type\":\"ESIM\",\"activation_type\":\"DATA_PLAN\"}",
                ",\"credit_party_identifier\":{\"account_number\":\"8901999900000002944\"}",
                ",\"credit_party_identifier\":null",
                ",\"product\":{\"id\":8}",
                ",\"external_id\":\"somebody-elses\"",
            })
    void fault_09_completed_for_anything_but_this_order_is_not_done(String difference) {
        server.then(201, transaction(esim, 7, "COMPLETED", difference));

        assertThat(desk.connector.order(esim)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void fault_09_another_amount_than_ordered_is_not_done() {
        var other =
                ",\"adjusted_values\":{\"destination\":{\"unit_type\":\"CURRENCY\",\"unit\":\"USD\",\"amount\":%s}}";
        server.then(201, transaction(credit, 7, "COMPLETED", other.formatted("20.00")))
                .then(201, transaction(credit, 7, "COMPLETED", other.formatted("25")));

        assertThat(desk.connector.order(credit)).isEqualTo(new Outcome.Unknown<OrderRecord>("another amount"));
        assertThat(desk.connector.order(credit)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void the_vendors_wish_to_wait_is_obeyed() {
        server.then(new Answer.Body(201, transaction(esim, 5, "SUBMITTED", ""), Map.of("Retry-After", "60")));

        var asked = Desk.CLOCK.instant();
        assertThat(((Outcome.Accepted<OrderRecord>) desk.connector.order(esim)).askAt())
                .isBetween(asked.plusSeconds(60), asked.plusSeconds(65));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"id\":42}", "{\"id\":\"x\"}", "<html>", "42"})
    void a_success_that_cannot_be_read_is_a_doubt(String body) {
        server.then(201, body).then(200, body);

        assertThat(desk.connector.order(esim)).isInstanceOf(Outcome.Unknown.class);
        assertThat(desk.connector.read(Desk.ESIM))
                .isInstanceOf(body.equals("[]") ? Outcome.Done.class : Outcome.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|{\"errors\":[{\"code\":1000400,\"message\":\"Bad Request\"}]}|Refused",
                "404|{\"errors\":[{\"code\":1003001,\"message\":\"Product\"}]}|Refused",
                "400|{\"errors\":[{\"code\":1006001,\"message\":\"Balance\"}]}|NotDone",
                "401|{\"errors\":[{\"code\":1000401,\"message\":\"Unauthorized\"}]}|NotDone",
                "429|{\"errors\":[{\"code\":1000429,\"message\":\"Too many\"}]}|NotDone",
                "429|<html>|NotDone",
                "503|{\"errors\":[{\"code\":1009503,\"message\":\"Unavailable\"}]}|NotDone",
                "503|<html>|Unknown",
                "500|{\"errors\":[{\"code\":1009001,\"message\":\"Unexpected\"}]}|Unknown",
                "502|<html>|Unknown",
                "400|<html>|Unknown",
                "400|{\"errors\":[]}|Unknown",
                "404|{}|Unknown",
                "302|{}|Unknown",
            })
    void errors_say_what_is_known_and_no_more(int status, String body, String outcome) {
        server.then(status, body);

        assertThat(desk.connector.order(esim).getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(server.seen()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|[]|NotDone",
                "404|{\"errors\":[{\"code\":1008004,\"message\":\"Transaction not found\"}]}|NotDone",
                "404|{\"errors\":[{\"code\":1005006,\"message\":\"Operator not found\"}]}|Refused",
                "404|<html>|Unknown",
                "503|{\"errors\":[{\"code\":1009503,\"message\":\"Unavailable\"}]}|Unknown",
                "200|[{\"external_id\":\"other\"}]|Unknown",
            })
    void after_the_horizon_only_an_absence_proves_that_nothing_was_done(int status, String body, String outcome) {
        server.then(status, body);

        var longAgo = Desk.CLOCK.instant().minus(Duration.ofHours(1));
        assertThat(desk.connector.find(esim, longAgo).getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @Test
    void two_transactions_under_one_reference_are_a_doubt() {
        var one = transaction(esim, 7, "COMPLETED", "");
        server.then(200, "[" + one + "," + one + "]");

        assertThat(desk.connector.find(esim, Desk.CLOCK.instant())).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void without_a_connection_an_order_was_not_done_and_a_question_not_answered() {
        var nobody = new Desk(URI.create("http://127.0.0.1:" + RealProcess.freePort()), SHORT);

        assertThat(nobody.connector.order(esim)).isInstanceOf(Outcome.NotDone.class);
        assertThat(nobody.connector.find(esim, Desk.CLOCK.instant().minus(Duration.ofHours(1))))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(nobody.connector.balance()).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void a_connection_that_breaks_is_a_doubt_and_the_order_is_not_sent_again() {
        var whole = transaction(esim, 7, "COMPLETED", "");
        for (Answer answer :
                List.of(new Answer.Drop(), new Answer.Silence(), new Answer.Stall(whole), new Answer.Torn(whole))) {
            int before = server.seen().size();
            server.then(answer);
            assertThat(desk.connector.order(esim)).as(answer.toString()).isInstanceOf(Outcome.Unknown.class);
            assertThat(server.seen()).hasSize(before + 1);
        }
    }

    @Test
    void an_answer_too_long_is_a_doubt() {
        server.then(201, "{\"external_id\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}");

        assertThat(desk.connector.order(esim)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void a_list_that_never_ends_is_not_read_for_ever() {
        for (int page = 0; page < 101; page++) {
            server.then(new Answer.Body(200, "[]", Map.of("X-Next-Page", "2")));
        }

        assertThat(desk.connector.balance()).isInstanceOf(Outcome.Unknown.class);
        assertThat(server.seen()).hasSize(100);
    }
}

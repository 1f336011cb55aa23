package dev.keepline.sandbox.dtone;

import static dev.keepline.sandbox.dtone.DtOneClient.esimOrder;
import static dev.keepline.sandbox.dtone.DtOneClient.mobileOrder;
import static dev.keepline.sandbox.dtone.DtOneClient.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.dtone.DtOneClient.Answer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DtOneTransactionTest extends DtOneTest {

    @Test
    void a_plan_renews_the_line_and_takes_the_wholesale_price_from_the_float() throws IOException {
        double before = client.available();
        Answer answer = client.sync(esimOrder("r-1", client.plan(30, 5), ICCID));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.stateClass()).isEqualTo(7);
        assertThat(answer.body().at("/metadata/activation_type").asString()).isEqualTo("TOP_UP");
        assertThat(answer.body().path("operator_reference").asString()).isNotEmpty();
        assertThat(answer.body().at("/pin/serial").asString()).isEqualTo(ICCID);
        assertThat(client.gigabytes(ICCID)).isEqualTo(5);
        assertThat(client.end(ICCID))
                .isCloseTo(Instant.now().plus(Duration.ofDays(30)), within(10, ChronoUnit.SECONDS));
        assertThat(before - client.available()).isEqualTo(11.25, within(0.001));
    }

    @Test
    void an_early_renewal_begins_when_the_present_days_end() throws IOException {
        client.sync(esimOrder("r-1", client.plan(30, 5), ICCID));
        Instant firstEnd = client.end(ICCID);
        client.sync(esimOrder("r-2", client.plan(90, 15), ICCID));
        assertThat(client.end(ICCID)).isEqualTo(firstEnd.plus(Duration.ofDays(90)));
        assertThat(client.gigabytes(ICCID)).isEqualTo(20);
    }

    @Test
    void what_has_ended_is_gone_and_a_late_renewal_begins_now() throws IOException {
        client.sync(esimOrder("r-1", client.plan(30, 5), ICCID));
        control.advance(Duration.ofDays(31).toSeconds());
        assertThat(client.benefits(ICCID)).isEmpty();
        client.sync(esimOrder("r-2", client.plan(30, 5), ICCID));
        assertThat(client.end(ICCID))
                .isCloseTo(Instant.now().plus(Duration.ofDays(61)), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void an_order_without_a_line_buys_a_new_esim_whose_days_begin_at_first_use() throws IOException {
        Answer answer = client.sync(order("r-new", client.plan(30, 5)));
        String iccid = answer.body().at("/metadata/profile/iccid").asString();
        assertThat(answer.body().at("/metadata/activation_type").asString()).isEqualTo("DATA_PLAN");
        assertThat(answer.body().at("/metadata/profile/activation_code").asString())
                .startsWith("LPA:1$");
        assertThat(client.benefits(iccid))
                .allMatch(each -> each.path("expiration_date").isNull());
        String status = "{\"service_id\":13,\"credit_party_identifier\":{\"account_number\":\"" + iccid + "\"}}";
        assertThat(client.post("/lookup/credit-party-status", status)
                        .body()
                        .path("activation_date")
                        .isNull())
                .isTrue();
        control.post("/control/dtone/lines/activate", "{\"iccid\":\"" + iccid + "\"}");
        assertThat(client.end(iccid)).isAfter(Instant.now().plus(Duration.ofDays(29)));
        assertThat(client.post("/lookup/credit-party-status", status)
                        .body()
                        .path("activation_date")
                        .isString())
                .isTrue();
    }

    @Test
    void two_steps_hold_the_price_until_confirmed_or_cancelled() throws IOException {
        double before = client.available();
        ObjectNode order = esimOrder("r-two", client.plan(30, 5), ICCID).put("auto_confirm", false);
        Answer created = client.sync(order);
        assertThat(created.stateClass()).isEqualTo(1);
        assertThat(client.get("/balances").body().path(0).path("holding").asDouble())
                .isEqualTo(11.25);
        assertThat(client.benefits(ICCID)).isEmpty();
        Answer confirmed = client.post("/sync/transactions/" + created.id() + "/confirm", "");
        assertThat(confirmed.status()).isEqualTo(202);
        assertThat(confirmed.stateClass()).isEqualTo(7);
        assertThat(client.post("/sync/transactions/" + created.id() + "/confirm", "")
                        .errorCode())
                .isEqualTo(1007002);
        assertThat(client.post("/transactions/" + created.id() + "/cancel", "").errorCode())
                .isEqualTo(1007007);

        Answer second = client.async(order.put("external_id", "r-two-b"));
        assertThat(client.post("/transactions/" + second.id() + "/cancel", "").stateClass())
                .isEqualTo(4);
        assertThat(client.post("/transactions/" + second.id() + "/cancel", "").errorCode())
                .isEqualTo(1007005);
        assertThat(client.post("/async/transactions/" + second.id() + "/confirm", "")
                        .errorCode())
                .isEqualTo(1007005);
        assertThat(before - client.available()).isEqualTo(11.25, within(0.001));
    }

    @Test
    void a_confirmation_that_comes_too_late_is_refused() throws IOException {
        Answer created =
                client.async(esimOrder("r-late", client.plan(30, 5), ICCID).put("auto_confirm", false));
        control.advance(3_601);
        assertThat(client.post("/async/transactions/" + created.id() + "/confirm", "")
                        .errorCode())
                .isEqualTo(1007004);
        assertThat(client.post("/transactions/" + created.id() + "/cancel", "").stateClass())
                .isEqualTo(4);
    }

    @Test
    void a_transaction_is_found_by_id_and_by_our_reference() throws IOException {
        Answer answer = client.async(esimOrder("r-find", client.plan(30, 5), ICCID));
        control.settle();
        JsonNode byId = client.get("/transactions/" + answer.id()).body();
        assertThat(byId.at("/status/class/id").asInt()).isEqualTo(7);
        assertThat(client.get("/transactions?external_id=r-find").body().path(0))
                .isEqualTo(byId);
        assertThat(client.get("/transactions?external_id=r-none").body()).isEmpty();
        assertThat(client.get("/transactions?service_id=13&credit_party_account_number=" + ICCID)
                        .body())
                .hasSize(1);
        assertThat(client.get("/transactions?service_id=1").body()).isEmpty();
        control.advance(Duration.ofDays(2).toSeconds());
        assertThat(client.get("/transactions").body()).isEmpty();
        assertThat(client.get("/transactions?external_id=r-find").body()).hasSize(1);
        assertThat(client.get("/transactions?from_date=2026-01-01T00:00:00Z&to_date=2026-01-03T00:00:00Z")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void fault_11_a_reference_used_twice_is_refused_and_orders_nothing() throws IOException {
        int plan = client.plan(30, 5);
        client.sync(esimOrder("r-dup", plan, ICCID));
        Answer again = client.sync(esimOrder("r-dup", plan, ICCID));
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.errorCode()).isEqualTo(1007001);
        assertThat(client.gigabytes(ICCID)).isEqualTo(5);
    }

    @Test
    void an_empty_float_refuses_with_its_own_code() throws IOException {
        control.post("/control/dtone/float", "{\"available\":5.00}");
        Answer answer = client.sync(esimOrder("r-empty", client.plan(30, 5), ICCID));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(1006001);
    }

    @Test
    void requests_that_break_the_specification_are_refused() throws IOException {
        int plan = client.plan(30, 5);
        int airtime = client.airtime("AT&T USA", "FIXED_VALUE_RECHARGE", 25)
                .path("id")
                .asInt();
        int range = client.airtime("AT&T USA", "RANGED_VALUE_RECHARGE", 0)
                .path("id")
                .asInt();
        assertThat(client.post("/async/transactions", "{").errorCode()).isEqualTo(1000400);
        assertThat(client.async(esimOrder("x".repeat(41), plan, ICCID)).errorCode())
                .isEqualTo(1000400);
        assertThat(client.async(esimOrder("r", 7, ICCID)).errorCode()).isEqualTo(1003001);
        assertThat(client.async(order("r", airtime)).errorCode()).isEqualTo(1000400);
        assertThat(client.async(mobileOrder("r", airtime, "+12125551234")).errorCode())
                .isEqualTo(1005003);
        assertThat(client.async(mobileOrder("r", range, "+12025550142")).errorCode())
                .isEqualTo(1000400);
        assertThat(client.async(ranged("r", range, "9.99", "USD")).errorCode()).isEqualTo(1003002);
        assertThat(client.async(ranged("r", range, "25.00", "EUR")).errorCode()).isEqualTo(1003003);
    }

    @Test
    void a_top_up_of_any_amount_credits_the_mobile_line() throws IOException {
        int range = client.airtime("AT&T USA", "RANGED_VALUE_RECHARGE", 0)
                .path("id")
                .asInt();
        Answer answer = client.sync(ranged("r-range", range, "37.50", "USD"));
        assertThat(answer.stateClass()).isEqualTo(7);
        assertThat(answer.body().at("/prices/wholesale/amount").asDouble()).isEqualTo(35.81);
        assertThat(balance("+12025550142")).isEqualTo(37.5);
    }

    @Test
    void a_line_of_another_operator_is_declined_and_costs_nothing() throws IOException {
        double before = client.available();
        control.post("/control/dtone/lines", "{\"msisdn\":\"+12025550142\",\"operator\":\"T-Mobile USA\"}");
        int att = client.airtime("AT&T USA", "FIXED_VALUE_RECHARGE", 25)
                .path("id")
                .asInt();
        Answer answer = client.sync(mobileOrder("r-wrong", att, "+12025550142"));
        assertThat(answer.state()).isEqualTo("DECLINED-INELIGIBLE-CREDIT-PARTY");
        assertThat(balance("+12025550142")).isZero();
        assertThat(client.available()).isEqualTo(before);
    }

    @Test
    void an_esim_nobody_issued_is_unknown_and_cannot_be_topped_up() throws IOException {
        String stranger = "89014103211118510720";
        String body = "{\"service_id\":13,\"credit_party_identifier\":{\"account_number\":\"" + stranger + "\"}}";
        assertThat(client.post("/lookup/credit-party-benefits", body).status()).isEqualTo(404);
        assertThat(client.sync(esimOrder("r-stranger", client.plan(30, 5), stranger))
                        .state())
                .isEqualTo("DECLINED-INVALID-CREDIT-PARTY");
    }

    @ParameterizedTest
    @CsvSource({
        "000, COMPLETED",
        "001, COMPLETED",
        "002, DECLINED-INVALID-CREDIT-PARTY",
        "403, DECLINED-BARRED-CREDIT-PARTY",
        "004, DECLINED-OPERATOR-CURRENTLY-UNAVAILABLE",
        "505, DECLINED-DUPLICATED-TRANSACTION",
        "006, DECLINED",
        "907, DECLINED-EXCEPTION",
        "142, COMPLETED"
    })
    void the_last_digits_choose_the_end(String ending, String expected) throws IOException {
        Answer answer = client.sync(esimOrder("r-" + ending, client.plan(30, 5), iccid(ending)));
        assertThat(answer.state()).isEqualTo(expected);
        assertThat(client.gigabytes(iccid(ending))).isEqualTo(expected.equals("COMPLETED") ? 5 : 0);
    }

    @ParameterizedTest
    @CsvSource({"100, 2, 2", "200, 19, 2", "300, 299, 2", "102, 2, 2"})
    void the_digit_before_them_delays_it(String ending, long notYet, long then) throws IOException {
        Answer answer = client.async(esimOrder("r-" + ending, client.plan(30, 5), iccid(ending)));
        assertThat(answer.stateClass()).isEqualTo(5);
        if (notYet > 2) {
            control.advance(notYet - 5);
            assertThat(client.get("/transactions/" + answer.id()).stateClass()).isEqualTo(5);
            control.advance(5);
        }
        control.advance(then + 2);
        assertThat(client.get("/transactions/" + answer.id()).stateClass()).isEqualTo(ending.endsWith("2") ? 9 : 7);
    }

    private static ObjectNode ranged(String externalId, int product, String amount, String unit) {
        ObjectNode order =
                mobileOrder(externalId, product, "+12025550142").put("calculation_mode", "DESTINATION_AMOUNT");
        order.putObject("destination")
                .put("unit_type", "CURRENCY")
                .put("unit", unit)
                .put("amount", new BigDecimal(amount));
        return order;
    }

    private double balance(String msisdn) {
        String query = "/control/dtone/lines?msisdn=" + msisdn.replace("+", "%2B");
        return Json.parse(control.send("GET", query, "").body())
                .path(0)
                .path("balance")
                .asDouble();
    }
}

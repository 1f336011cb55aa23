package dev.keepline.sandbox.dtone;

import static dev.keepline.sandbox.dtone.DtOneClient.esimOrder;
import static dev.keepline.sandbox.dtone.DtOneClient.mobileOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.sandbox.ControlClient;
import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.dtone.DtOneClient.Answer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class DtOneFaultTest extends DtOneTest {

    @Test
    void dropped_before_it_is_applied_an_order_leaves_no_trace() throws IOException {
        int plan = client.plan(30, 5);
        control.fault("dtone", "order", "drop_before");
        assertThatThrownBy(() -> client.sync(esimOrder("r-1", plan, ICCID))).isInstanceOf(IOException.class);
        assertThat(client.get("/transactions?external_id=r-1").body()).isEmpty();
        assertThat(client.sync(esimOrder("r-1", plan, ICCID)).stateClass()).isEqualTo(7);
    }

    @Test
    void fault_29_dropped_after_it_is_applied_an_order_is_found_by_our_reference() throws IOException {
        int plan = client.plan(30, 5);
        control.fault("dtone", "order", "drop_after");
        assertThatThrownBy(() -> client.sync(esimOrder("r-1", plan, ICCID))).isInstanceOf(IOException.class);
        assertThat(client.get("/transactions?external_id=r-1").body()).hasSize(1);
        assertThat(client.gigabytes(ICCID)).isEqualTo(5);
    }

    @Test
    void fault_08_a_delayed_order_succeeds_after_its_caller_gave_up() throws IOException {
        int plan = client.plan(30, 5);
        control.fault("dtone", "order", "delay", ",\"delay_ms\":400");
        assertThatThrownBy(() -> client.impatient(esimOrder("r-1", plan, ICCID)))
                .isInstanceOf(IOException.class);
        assertThat(client.get("/transactions?external_id=r-1").body()).isEmpty();
        ControlClient.until("the order appears", () -> found("r-1"));
        control.settle();
        assertThat(client.gigabytes(ICCID)).isEqualTo(5);
    }

    @Test
    void a_delay_after_the_work_leaves_it_done() throws IOException {
        int plan = client.plan(30, 5);
        control.fault("dtone", "order", "delay", ",\"delay_ms\":400,\"applied\":true");
        assertThatThrownBy(() -> client.impatient(esimOrder("r-1", plan, ICCID)))
                .isInstanceOf(IOException.class);
        assertThat(found("r-1")).isTrue();
    }

    @Test
    void failures_have_the_documented_codes_and_the_work_is_done_only_when_said() throws IOException {
        int plan = client.plan(30, 5);
        control.fault("dtone", "order", "status_500");
        Answer failed = client.sync(esimOrder("r-1", plan, ICCID));
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.errorCode()).isEqualTo(1009001);
        assertThat(found("r-1")).isFalse();
        control.fault("dtone", "order", "status_500", ",\"applied\":true");
        assertThat(client.sync(esimOrder("r-2", plan, ICCID)).status()).isEqualTo(500);
        assertThat(found("r-2")).isTrue();
        control.fault("dtone", "*", "status_429");
        Answer tooMany = client.get("/products");
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.errorCode()).isEqualTo(1000429);
    }

    @Test
    void a_malformed_answer_does_not_parse_and_its_work_is_done() throws IOException {
        String order = Json.write(esimOrder("r-1", client.plan(30, 5), ICCID));
        control.fault("dtone", "order", "malformed");
        HttpResponse<String> torn = client.raw("POST", "/async/transactions", order);
        assertThat(torn.statusCode()).isEqualTo(201);
        assertThatThrownBy(() -> Json.parse(torn.body())).isInstanceOf(JacksonException.class);
        assertThat(found("r-1")).isTrue();
    }

    @Test
    void fault_28_completed_may_mean_half_another_line_or_nothing() throws IOException {
        int plan = client.plan(30, 5);
        control.fault("dtone", "order", "half_applied");
        assertThat(client.sync(esimOrder("r-half", plan, iccid("10"))).stateClass())
                .isEqualTo(7);
        assertThat(client.gigabytes(iccid("10"))).isEqualTo(2.5);

        control.fault("dtone", "order", "other_line");
        assertThat(client.sync(esimOrder("r-other", plan, iccid("20"))).stateClass())
                .isEqualTo(7);
        assertThat(client.gigabytes(iccid("20"))).isZero();
        assertThat(client.gigabytes(iccid("10"))).isEqualTo(7.5);

        control.fault("dtone", "order", "completed_unchanged");
        Instant end = client.end(iccid("10"));
        assertThat(client.sync(esimOrder("r-nothing", plan, iccid("10"))).stateClass())
                .isEqualTo(7);
        assertThat(client.end(iccid("10"))).isEqualTo(end);
        assertThat(client.gigabytes(iccid("10"))).isEqualTo(7.5);
    }

    @Test
    void fault_28_another_line_gets_it_even_where_no_other_is_on_file() throws IOException {
        int airtime = client.airtime("AT&T USA", "FIXED_VALUE_RECHARGE", 25)
                .path("id")
                .asInt();
        control.fault("dtone", "order", "other_line");
        client.sync(mobileOrder("r-mobile", airtime, "+12025550142"));
        assertThat(control.send("GET", "/control/dtone/lines?msisdn=%2B12025550198", "")
                        .body())
                .contains("\"balance\":25.00");
    }

    @Test
    void fault_10_reversed_later_takes_the_days_and_returns_the_money() throws IOException {
        double before = client.available();
        int plan = client.plan(30, 5);
        client.sync(esimOrder("r-kept", plan, ICCID));
        Instant end = client.end(ICCID);
        control.fault("dtone", "order", "reversed_later", ",\"delay_ms\":60000");
        Answer answer = client.sync(esimOrder("r-back", plan, ICCID));
        assertThat(answer.stateClass()).isEqualTo(7);
        assertThat(client.end(ICCID)).isAfter(end);
        control.advance(61);
        assertThat(client.get("/transactions/" + answer.id()).stateClass()).isEqualTo(8);
        assertThat(client.end(ICCID)).isEqualTo(end);
        assertThat(before - client.available()).isEqualTo(11.25);
    }

    @Test
    void a_rate_strikes_that_share_of_calls_until_cleared() throws IOException {
        control.fault("dtone", "operators", "status_429", ",\"rate\":0.5");
        int struck = 0;
        for (int i = 0; i < 100; i++) {
            struck += client.get("/operators/1").status() == 429 ? 1 : 0;
        }
        assertThat(struck).isBetween(25, 75);
        control.send("DELETE", "/control/faults", "");
        assertThat(client.get("/operators/1").status()).isEqualTo(404);
    }

    private boolean found(String externalId) {
        try {
            return !client.get("/transactions?external_id=" + externalId).body().isEmpty();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

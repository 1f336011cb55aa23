package dev.keepline.sandbox.dtone;

import static dev.keepline.sandbox.dtone.DtOneClient.esimOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.sandbox.CallbackTrap;
import dev.keepline.sandbox.ControlClient;
import dev.keepline.sandbox.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DtOneCallbackTest extends DtOneTest {

    private CallbackTrap trap;

    @BeforeEach
    void open() throws IOException {
        trap = new CallbackTrap();
    }

    @AfterEach
    void shut() {
        trap.close();
    }

    private long order(String externalId, String iccid) throws IOException {
        return client.async(esimOrder(externalId, client.plan(30, 5), iccid).put("callback_url", trap.url()))
                .id();
    }

    private List<JsonNode> came() {
        return trap.bodies().stream().map(Json::parse).toList();
    }

    private List<String> references() {
        return came().stream().map(each -> each.path("external_id").asString()).toList();
    }

    @Test
    void the_end_is_called_back_with_the_transaction_as_it_is_read() throws IOException {
        long id = order("r-1", ICCID);
        control.settle();
        assertThat(came()).containsExactly(client.get("/transactions/" + id).body());
    }

    @Test
    void fault_10_a_reversal_is_called_back_too() throws IOException {
        long id = order("r-1", ICCID);
        control.settle();
        control.post("/control/dtone/transactions/" + id + "/reverse", "");
        control.settle();
        assertThat(came())
                .extracting(each -> each.at("/status/class/id").asInt())
                .containsExactly(7, 8);
    }

    @Test
    void a_callback_is_tried_again_until_it_is_taken() throws IOException {
        trap.willAnswer(500);
        trap.willAnswer(503);
        order("r-1", ICCID);
        control.settle();
        control.advance(2);
        control.advance(4);
        control.advance(3_600);
        assertThat(references()).containsExactly("r-1", "r-1", "r-1");
    }

    @Test
    void fault_04_a_callback_may_come_twice() throws IOException {
        control.fault("dtone", "order", "duplicate");
        order("r-1", ICCID);
        control.advance(1);
        assertThat(references()).containsExactly("r-1", "r-1");
    }

    @Test
    void fault_05_callbacks_may_overtake_each_other() throws IOException {
        control.fault("dtone", "callback", "reorder", ",\"delay_ms\":60000");
        order("r-1", ICCID);
        control.settle();
        order("r-2", ICCID);
        control.settle();
        control.advance(61);
        assertThat(references()).containsExactly("r-2", "r-1");
    }

    @Test
    void fault_06_a_callback_may_be_late_or_never_come() throws IOException {
        control.fault("dtone", "callback", "drop_before");
        order("r-never", ICCID);
        control.settle();
        control.fault("dtone", "callback", "delay", ",\"delay_ms\":60000");
        order("r-late", ICCID);
        control.settle();
        assertThat(references()).isEmpty();
        control.advance(61);
        assertThat(references()).containsExactly("r-late");
    }

    @Test
    void fault_16_a_callback_not_yet_taken_survives_a_restart() throws IOException {
        control.fault("dtone", "callback", "delay", ",\"delay_ms\":60000");
        order("r-1", ICCID);
        control.settle();
        sandbox.close();
        start();
        control.advance(61);
        ControlClient.until("the callback comes", () -> references().equals(List.of("r-1")));
    }
}

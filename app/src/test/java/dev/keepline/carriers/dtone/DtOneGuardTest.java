package dev.keepline.carriers.dtone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.Effect;
import dev.keepline.carriers.Order;
import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.Product;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.guard.Guard;
import dev.keepline.guard.Standing.State;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.testing.ScriptedServer;
import dev.keepline.testing.ScriptedServer.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** DT One out of order, or in want of rest: what still goes out, and what becomes of other carriers. */
class DtOneGuardTest {

    private static final String BALANCE = """
            [{"id":1,"unit_type":"CURRENCY","unit":"USD","available":900,"holding":0}]""";
    private static final String SUBMITTED = """
            {"id":42,"external_id":"%s","product":{"id":7},"status":{"id":1,"class":{"id":2,"message":"CONFIRMED"},\
            "message":"CONFIRMED"},"prices":{"wholesale":{"amount":11.25,"fee":0,"unit":"USD"}},\
            "credit_party_identifier":{"account_number":"8901999900000002878"}}""";

    private final AtomicLong nanos = new AtomicLong();
    private final ScriptedServer server = new ScriptedServer();
    private final ScriptedServer other = new ScriptedServer();
    private final Desk desk = desk(server);
    private final Desk neighbour = desk(other);
    private final Order order = order(desk);

    @AfterEach
    void close() {
        server.close();
        other.close();
    }

    @Test
    void fault_12_while_one_carrier_is_down_no_order_goes_out_and_another_is_ordered_from() {
        silence();

        assertThat(desk.guard.standing().state()).isEqualTo(State.DOWN);
        assertThat(desk.connector.order(order))
                .isEqualTo(new Outcome.NotDone<OrderRecord>("DT One is not called now: DOWN", Guard.LEFT_ALONE));
        assertThat(desk.connector.discover(Desk.MONTHLY)).isInstanceOf(Outcome.Unknown.class);
        assertThat(server.seen()).as("nothing more was sent").hasSize(5);

        other.then(201, SUBMITTED.formatted(order(neighbour).reference().value()));
        assertThat(neighbour.connector.order(order(neighbour))).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void fault_12_a_question_tries_whether_it_is_back_before_the_first_order_goes_out() {
        silence();
        nanos.addAndGet(Guard.LEFT_ALONE.toNanos());
        server.then(200, BALANCE)
                .then(201, SUBMITTED.formatted(order.reference().value()));

        assertThat(desk.connector.order(order)).isInstanceOf(Outcome.Accepted.class);
        assertThat(server.seen().subList(5, 7))
                .extracting(ScriptedServer.Seen::method)
                .containsExactly("GET", "POST");
        assertThat(desk.guard.standing().state()).isEqualTo(State.UP);
    }

    @Test
    void fault_12_while_it_is_not_back_the_question_stays_the_only_call() {
        silence();
        nanos.addAndGet(Guard.LEFT_ALONE.toNanos());
        server.then(503, "<html>");

        assertThat(desk.connector.order(order)).isInstanceOf(Outcome.NotDone.class);
        assertThat(server.seen())
                .hasSize(6)
                .last()
                .extracting(ScriptedServer.Seen::method)
                .isEqualTo("GET");
    }

    @Test
    void fault_19_who_asks_for_a_rest_gets_it_from_every_call() {
        server.then(new Answer.Body(429, "{\"errors\":[{\"code\":1000429}]}", Map.of("Retry-After", "60")));

        assertThat(desk.connector.order(order))
                .isInstanceOfSatisfying(
                        Outcome.NotDone.class,
                        refused -> assertThat(refused.pause()).isEqualTo(Duration.ofSeconds(60)));
        nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        assertThat(desk.connector.balance()).isInstanceOf(Outcome.Unknown.class);
        assertThat(desk.connector.order(order))
                .isEqualTo(
                        new Outcome.NotDone<OrderRecord>("DT One is not called now: RESTING", Duration.ofSeconds(40)));
        assertThat(server.seen()).hasSize(1);

        nanos.addAndGet(Duration.ofSeconds(40).toNanos());
        server.then(200, BALANCE);
        assertThat(desk.connector.balance()).isEqualTo(new Outcome.Done<>(Money.usd(90_000)));
    }

    private void silence() {
        for (int call = 0; call < 5; call++) {
            server.then(500, "{\"errors\":[{\"code\":1009001}]}");
            assertThat(desk.connector.balance()).isInstanceOf(Outcome.Unknown.class);
        }
    }

    private Desk desk(ScriptedServer at) {
        var guard = new Guard("DT One", 12, nanos::get);
        return new Desk(at.url(), Duration.ofSeconds(5), URI.create("http://127.0.0.1:9"), guard);
    }

    private static Order order(Desk desk) {
        var plan = new Effect.Plan(30, 5_000_000_000L);
        return desk.order(new Product("ESIM-7", Money.usd(1_125), plan, ProofLevel.READ_BACK), Desk.ESIM);
    }
}

package dev.keepline.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.guard.Guard;
import dev.keepline.guard.Standing.State;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.RequestId;
import dev.keepline.testing.ScriptedServer;
import dev.keepline.testing.ScriptedServer.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stripe in want of rest, or silent: what still goes out. */
class StripeGuardTest {

    private static final RequestId ID = new RequestId("guard-c1");
    private static final Money PRICE = Money.usd(2_985);
    private static final String REFUSAL = "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"rate_limit\"}}";
    private static final String RELEASED =
            "{\"id\":\"pi_1\",\"object\":\"payment_intent\",\"status\":\"canceled\",\"currency\":\"usd\"}";

    private final AtomicLong nanos = new AtomicLong();
    private final ScriptedServer server = new ScriptedServer();
    private final Guard guard = new Guard("Stripe", 32, nanos::get);
    private final StripeGateway gateway = new StripeGateway(Shop.settings(server.url(), Duration.ofSeconds(5)), guard);

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void fault_19_who_asks_for_a_rest_gets_it_from_every_call(int status) {
        server.then(new Answer.Body(status, REFUSAL, Map.of("Retry-After", "30")));

        gateway.capture(ID, "pi_1", PRICE);
        assertThat(gateway.payment("pi_1")).isInstanceOf(Outcome.Unknown.class);
        assertThat(gateway.capture(ID, "pi_1", PRICE)).isInstanceOf(Outcome.NotDone.class);
        nanos.addAndGet(Duration.ofSeconds(29).toNanos());
        assertThat(gateway.release(ID, "pi_1")).isInstanceOf(Outcome.NotDone.class);
        assertThat(server.seen()).as("only the first was sent").hasSize(1);

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        server.then(200, RELEASED);
        assertThat(gateway.payment("pi_1")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void fault_19_a_gateway_that_answers_no_more_is_left_alone_for_a_while_and_no_capture_is_lost() {
        for (int call = 0; call < 5; call++) {
            server.then(500, "");
            assertThat(gateway.capture(ID, "pi_1", PRICE)).isInstanceOf(Outcome.Unknown.class);
        }

        assertThat(guard.standing().state()).isEqualTo(State.DOWN);
        assertThat(gateway.capture(ID, "pi_1", PRICE)).isInstanceOf(Outcome.NotDone.class);
        assertThat(server.seen()).hasSize(5);

        nanos.addAndGet(Guard.LEFT_ALONE.toNanos());
        server.then(200, RELEASED);
        assertThat(gateway.release(ID, "pi_1")).isInstanceOf(Outcome.Done.class);
        assertThat(guard.standing().state()).isEqualTo(State.UP);
    }
}

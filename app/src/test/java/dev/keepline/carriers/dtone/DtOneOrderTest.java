package dev.keepline.carriers.dtone;

import static dev.keepline.carriers.dtone.Desk.CLOCK;
import static dev.keepline.carriers.dtone.Desk.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.LineAddress;
import dev.keepline.carriers.Order;
import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.ProductQuery;
import dev.keepline.journey.RealProcess;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Msisdn;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.Refusal;
import dev.keepline.testing.SandboxProcess;
import dev.keepline.testing.ScriptedServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders at DT One, and every way in which what became of them can be hidden from us. */
class DtOneOrderTest {

    @RegisterExtension
    static final SandboxProcess sandbox = new SandboxProcess();

    private static final Duration PATIENT = Duration.ofSeconds(20);

    private final Desk desk = new Desk(sandbox.dtOne(), PATIENT);

    @BeforeEach
    void start_afresh() {
        sandbox.control().reset();
    }

    @Test
    void an_order_is_accepted_at_once_and_completed_when_asked_for() {
        var order = desk.monthly();

        var accepted = desk.connector.order(order);

        assertThat(accepted)
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class, a -> assertThat(a.askAt()).isAfter(CLOCK.instant()));
        var record = done(desk.decided(order));
        assertThat(record.state()).isEqualTo(OrderRecord.State.COMPLETED);
        assertThat(record.reference()).isEqualTo(order.reference());
        assertThat(record.wholesale())
                .isEqualTo(Money.usd(1_125))
                .isEqualTo(order.product().wholesale());
    }

    @Test
    void what_is_sent_names_the_esim_and_the_address_to_call() {
        desk.completed(desk.monthly());

        var sent = sent("order");
        assertThat(sent.path("external_id").asString())
                .isEqualTo(desk.renewal.toString().replace("-", "") + "-o1");
        assertThat(sent.path("auto_confirm").asBoolean()).isTrue();
        assertThat(sent.path("credit_party_identifier").toString())
                .isEqualTo("{\"account_number\":\"8901999900000002878\"}");
        assertThat(sent.path("callback_url").asString())
                .startsWith("http://127.0.0.1:9/webhooks/dtone/renewal/" + desk.job.account() + "/" + desk.renewal);
        assertThat(sent.has("calculation_mode")).isFalse();
    }

    @Test
    void credit_of_any_amount_names_what_must_arrive() {
        var record = desk.completed(desk.credit("at&t usa", 3_700));

        assertThat(record.wholesale()).isEqualTo(Money.usd(3_534));
        var sent = sent("order");
        assertThat(sent.path("credit_party_identifier").toString()).isEqualTo("{\"mobile_number\":\"+12125550142\"}");
        assertThat(sent.path("calculation_mode").asString()).isEqualTo("DESTINATION_AMOUNT");
        assertThat(sent.path("destination").path("unit").asString()).isEqualTo("USD");
        assertThat(sent.path("destination").path("amount").decimalValue()).isEqualByComparingTo("37");
    }

    @Test
    void a_plan_without_an_esims_number_is_refused_before_anything_is_sent_since_it_would_buy_a_new_esim() {
        var plan = desk.product(Desk.MONTHLY);
        var credit = desk.product(new ProductQuery.Credit("AT&T USA", Money.usd(2_500)));

        assertThat(desk.connector.order(desk.order(plan, Desk.NUMBER))).isInstanceOf(Outcome.Refused.class);
        assertThat(desk.connector.order(desk.order(credit, Desk.ESIM))).isInstanceOf(Outcome.Refused.class);
        assertThat(sandbox.control().log("dtone", "order")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "drop_after, false",
        "malformed, false",
        "status_500, true",
    })
    void fault_08_an_order_whose_answer_was_lost_is_found_by_our_reference(String fault, boolean applied) {
        var order = desk.monthly();
        sandbox.control().fault("dtone", "order", fault, Map.of("applied", applied));

        assertThat(desk.connector.order(order)).isInstanceOf(Outcome.Unknown.class);

        assertThat(done(desk.decided(order)).state()).isEqualTo(OrderRecord.State.COMPLETED);
        assertThat(sandbox.control().log("dtone", "order")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop_before", "status_500"})
    void fault_08_an_order_that_is_not_there_is_not_done_only_after_the_horizon(String fault) {
        var order = desk.monthly();
        sandbox.control().fault("dtone", "order", fault);
        assertThat(desk.connector.order(order)).isInstanceOf(Outcome.Unknown.class);

        var now = CLOCK.instant();
        assertThat(desk.connector.find(order, now)).isInstanceOf(Outcome.Unknown.class);
        assertThat(desk.connector.find(order, now.minus(Orders.HORIZON).plusSeconds(30)))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(desk.connector.find(order, now.minus(Orders.HORIZON).minusSeconds(1)))
                .isInstanceOf(Outcome.NotDone.class);
    }

    @Test
    void fault_08_an_order_that_outlives_our_patience_is_found_later() {
        var hasty = new Desk(sandbox.dtOne(), Duration.ofMillis(700));
        var order = hasty.monthly();
        sandbox.control().fault("dtone", "order", "delay", Map.of("delay_ms", 2_000));

        assertThat(hasty.connector.order(order)).isInstanceOf(Outcome.Unknown.class);
        assertThat(hasty.connector.find(order, CLOCK.instant())).isInstanceOf(Outcome.Unknown.class);

        RealProcess.await(
                "the order arrives late",
                Duration.ofSeconds(10),
                () -> hasty.connector.find(order, CLOCK.instant()) instanceof Outcome.Done);
    }

    @Test
    void a_slow_answer_is_waited_for() {
        var order = desk.monthly();
        sandbox.control().fault("dtone", "order", "delay", Map.of("delay_ms", 1_500));

        assertThat(desk.connector.order(order)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void fault_11_a_duplicate_reference_says_what_became_of_the_first_order() {
        var order = desk.monthly();
        desk.completed(order);

        assertThat(done(desk.connector.order(order)).state()).isEqualTo(OrderRecord.State.COMPLETED);
        assertThat(transactions(order)).isEqualTo(1);
    }

    @Test
    void fault_11_a_duplicate_reference_of_another_lines_order_proves_nothing() {
        var order = desk.monthly();
        desk.completed(order);
        var other = new LineAddress.ByIccid(new Iccid("8901999900000002944"));

        assertThat(desk.connector.order(desk.order(order.product(), other)))
                .isEqualTo(new Outcome.Unknown<OrderRecord>("another line"));
        var quarterly = desk.product(new ProductQuery.Plan("Sandbox Mobile", 90, 15_000_000_000L));
        assertThat(desk.connector.find(desk.order(quarterly, Desk.ESIM), CLOCK.instant()))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void fault_11_a_duplicate_whose_first_order_cannot_be_read_stays_a_doubt() {
        var order = desk.monthly();
        desk.completed(order);
        sandbox.control().fault("dtone", "list_transactions", "malformed");

        assertThat(desk.connector.order(order)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void too_many_calls_are_proven_not_done_for_an_order_and_not_knowing_for_a_question() {
        var order = desk.monthly();
        sandbox.control().fault("dtone", "order", "status_429");
        sandbox.control().fault("dtone", "list_transactions", "status_429");

        assertThat(desk.connector.order(order)).isInstanceOf(Outcome.NotDone.class);
        assertThat(desk.connector.find(order, CLOCK.instant().minus(Duration.ofHours(1))))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(sandbox.control().log("dtone", "order")).hasSize(1);
    }

    @Test
    void an_empty_float_is_not_done_and_named_for_the_operator() {
        var order = desk.monthly();
        sandbox.control().post("/control/dtone/float", "{\"available\": 1}");

        assertThat(desk.connector.order(order)).isEqualTo(new Outcome.NotDone<OrderRecord>(Failures.FLOAT_EMPTY));
    }

    @ParameterizedTest
    @CsvSource({
        "+12125550102, DECLINED-INVALID-CREDIT-PARTY, WRONG_NUMBER",
        "+12125550103, DECLINED-BARRED-CREDIT-PARTY, LINE_NOT_ACCEPTED",
        "+12125550104, DECLINED-OPERATOR-CURRENTLY-UNAVAILABLE, CARRIER_TROUBLE",
        "+12125550105, DECLINED-DUPLICATED-TRANSACTION, TAKEN_FOR_REPEAT",
        "+12125550106, DECLINED, UNKNOWN"
    })
    void the_vendors_suffixes_decline_in_the_vendors_words_and_are_understood(
            String number, String code, Refusal.Why why) {
        var credit = desk.product(new ProductQuery.Credit("AT&T USA", Money.usd(2_500)));
        var order = desk.order(credit, new LineAddress.ByMsisdn(new Msisdn(number)));

        assertThat(desk.connector.order(order)).isInstanceOf(Outcome.Accepted.class);
        // The suffix's first digit is 1: the vendor takes three seconds.
        assertThat(desk.decided(order)).isEqualTo(new Outcome.Refused<OrderRecord>(new Refusal(why, code)));
    }

    @Test
    void credit_that_comes_as_a_code_is_not_credit_on_the_line() {
        var credit = desk.product(new ProductQuery.Credit("T-Mobile USA", Money.usd(2_500)));
        var order = desk.order(credit, new LineAddress.ByMsisdn(new Msisdn("+12125550101")));

        assertThat(desk.connector.order(order)).isInstanceOf(Outcome.Accepted.class);
        assertThat(desk.decided(order)).isEqualTo(new Outcome.Unknown<OrderRecord>("a code that somebody must redeem"));
    }

    @Test
    void fault_10_a_completed_order_can_become_reversed() {
        var order = desk.monthly();
        var record = desk.completed(order);

        sandbox.control().post("/control/dtone/transactions/" + record.vendorId() + "/reverse", "{}");

        assertThat(done(desk.connector.find(order, CLOCK.instant())).state()).isEqualTo(OrderRecord.State.REVERSED);
    }

    @Test
    void the_vendor_calls_the_address_we_gave_and_it_names_the_job() {
        try (var caller = new ScriptedServer()) {
            var called = new Desk(sandbox.dtOne(), PATIENT, caller.url());
            caller.then(200, "{}");

            called.completed(called.monthly());

            RealProcess.await(
                    "the callback", Duration.ofSeconds(10), () -> !caller.seen().isEmpty());
            var path = caller.seen().getFirst().path().split("/", -1);
            assertThat(called.callback.open(path[3], path[4], path[5], path[6])).contains(called.job);
            assertThat(called.callback.open(path[3], path[4], "another", path[6]))
                    .isEmpty();
            assertThat(desk.callback.open(path[3], path[4], path[5], "AAAA")).isEmpty();
        }
    }

    @Test
    void the_books_list_every_finished_order_and_the_float() {
        var since = CLOCK.instant().minus(Duration.ofDays(3));
        var before = done(desk.connector.balance());
        var record = desk.completed(desk.monthly());
        var other = new Desk(sandbox.dtOne(), PATIENT);
        var reversed = other.completed(other.credit("AT&T USA", 2_500));
        sandbox.control().post("/control/dtone/transactions/" + reversed.vendorId() + "/reverse", "{}");

        var orders = done(desk.connector.ordersSince(since));

        assertThat(orders)
                .extracting(OrderRecord::reference, OrderRecord::state, OrderRecord::wholesale)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                record.reference(), OrderRecord.State.COMPLETED, Money.usd(1_125)),
                        org.assertj.core.groups.Tuple.tuple(
                                reversed.reference(), OrderRecord.State.REVERSED, reversed.wholesale()));
        assertThat(done(desk.connector.balance())).isEqualTo(before.minus(Money.usd(1_125)));
    }

    private static JsonNode sent(String operation) {
        var body =
                sandbox.control().log("dtone", operation).getLast().path("body").asString();
        return JsonMapper.shared().readTree(body);
    }

    private static int transactions(Order order) {
        return sandbox.control()
                .dtone("/transactions?external_id=" + order.reference())
                .size();
    }
}

package dev.keepline.payments.stripe;

import static dev.keepline.payments.stripe.Shop.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.Refusal;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.payments.Session;
import dev.keepline.payments.SessionRecord;
import dev.keepline.testing.SandboxProcess;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payment pages: opening, paying, ending, and every way in which the answer to that can be lost. */
class StripeCheckoutTest {

    @RegisterExtension
    static final SandboxProcess sandbox = new SandboxProcess();

    private static final Duration PATIENT = Duration.ofSeconds(10);
    private static final Duration IMPATIENT = Duration.ofMillis(700);

    private final Shop shop = new Shop(sandbox, PATIENT);

    @BeforeEach
    void start_afresh() {
        sandbox.control().reset();
    }

    @Test
    void a_page_is_open_until_somebody_pays_and_then_shows_the_hold() {
        var session = shop.open();

        assertThat(done(shop.gateway.session(session.ref()))).isInstanceOf(SessionRecord.Open.class);
        sandbox.control().pay(session.ref(), Shop.GOOD_CARD);

        var record = (SessionRecord.Complete) done(shop.gateway.session(session.ref()));
        var hold = ((PaymentRecord.Held) record.payment()).hold();
        assertThat(hold.amount()).isEqualTo(Shop.PRICE);
        assertThat(hold.method()).isEqualTo("Visa •••• 4242");
        var now = InstantSource.system().instant();
        assertThat(hold.captureBefore()).isBetween(now.plus(Duration.ofDays(6)), now.plus(Duration.ofDays(8)));
    }

    @Test
    void what_is_sent_holds_one_card_payment_and_carries_our_names_once() {
        shop.open();

        var requests = sandbox.control().log("stripe", "checkout.create");
        assertThat(requests).hasSize(1);
        var headers = requests.getFirst().path("headers");
        assertThat(headers.path("idempotency-key").asString())
                .isEqualTo(shop.id("s").value());
        assertThat(headers.has("x-stripe-client-telemetry")).isFalse();
        var form = form(requests.getFirst().path("body").asString());
        var back = "http://localhost:8080/renewals/" + shop.renewal;
        assertThat(form)
                .containsEntry("mode", "payment")
                .containsEntry("payment_method_types[0]", "card")
                .containsEntry("payment_intent_data[capture_method]", "manual")
                .containsEntry("adaptive_pricing[enabled]", "false")
                .containsEntry("line_items[0][price_data][unit_amount]", "2985")
                .containsEntry("line_items[0][price_data][currency]", "usd")
                .containsEntry("client_reference_id", shop.account + "_" + shop.renewal)
                .containsEntry("payment_intent_data[metadata][account_id]", shop.account.toString())
                .containsEntry("payment_intent_data[metadata][renewal_id]", shop.renewal.toString())
                .containsEntry("locale", "zh")
                .containsEntry("success_url", back + "?paid")
                .containsEntry("cancel_url", back);
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop_before", "drop_after", "malformed"})
    void fault_29_a_page_whose_answer_was_lost_is_the_one_that_the_same_command_finds(String fault) {
        sandbox.control().fault("stripe", "checkout.create", fault);

        assertThat(shop.gateway.open(shop.command())).isInstanceOf(Outcome.Unknown.class);
        assertThat(sandbox.control().log("stripe", "checkout.create")).hasSize(1);

        done(shop.gateway.open(shop.command()));
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void a_page_opened_after_we_stopped_waiting_is_found_by_the_same_command() {
        var hasty = new Shop(sandbox, IMPATIENT);
        sandbox.control().fault("stripe", "checkout.create", "delay", Map.of("delay_ms", 2_000, "applied", true));

        assertThat(hasty.gateway.open(hasty.command())).isInstanceOf(Outcome.Unknown.class);
        // The first call is still at work: Stripe says so, and that this one was not begun.
        assertThat(hasty.gateway.open(hasty.command())).isInstanceOf(Outcome.NotDone.class);
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void a_slow_answer_is_waited_for() {
        sandbox.control().fault("stripe", "checkout.create", "delay", Map.of("delay_ms", 1_500));

        assertThat(shop.gateway.open(shop.command())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void fault_03_a_page_opened_behind_a_saved_500_is_found_among_the_open_ones() {
        sandbox.control().fault("stripe", "checkout.create", "status_500", Map.of("applied", true));

        var found = done(shop.gateway.open(shop.command()));

        assertThat(found.url().toString()).contains(found.ref());
        assertThat(done(shop.gateway.open(shop.command()))).isEqualTo(found);
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void fault_03_a_500_that_opened_nothing_stays_unknown_however_often_it_is_replayed() {
        sandbox.control().fault("stripe", "checkout.create", "status_500");

        assertThat(shop.gateway.open(shop.command())).isInstanceOf(Outcome.Unknown.class);
        assertThat(shop.gateway.open(shop.command())).isInstanceOf(Outcome.Unknown.class);
        assertThat(sessions()).isZero();
    }

    @Test
    void too_many_calls_are_proven_not_done_and_not_retried_by_anybody() {
        sandbox.control().fault("stripe", "checkout.create", "status_429");

        assertThat(shop.gateway.open(shop.command())).isInstanceOf(Outcome.NotDone.class);
        assertThat(sandbox.control().log("stripe", "checkout.create")).hasSize(1);
    }

    @Test
    void a_key_with_other_parameters_is_a_doubt_and_opens_nothing() {
        shop.open();

        assertThat(shop.gateway.open(shop.command(Money.usd(3_000)))).isInstanceOf(Outcome.Unknown.class);
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void amounts_that_stripe_counts_otherwise_are_refused_before_anything_is_sent() {
        for (String code : new String[] {"KWD", "ISK", "UGX"}) {
            var odd = new Money(5_000, Currency.getInstance(code));
            assertThat(shop.gateway.open(shop.command(odd)))
                    .isEqualTo(new Outcome.Refused<Session>("amount_not_supported"));
        }
        assertThat(sandbox.control().log("stripe", "checkout.create")).isEmpty();
    }

    @Test
    void a_declined_card_leaves_the_page_open_for_another() {
        var session = shop.open();

        sandbox.control().pay(session.ref(), "4000000000000002");
        assertThat(done(shop.gateway.session(session.ref()))).isInstanceOf(SessionRecord.Open.class);

        sandbox.control().pay(session.ref(), "5555555555554444");
        var payment = ((SessionRecord.Complete) done(shop.gateway.session(session.ref()))).payment();
        assertThat(((PaymentRecord.Held) payment).hold().method()).isEqualTo("Mastercard •••• 4444");
    }

    @Test
    void fault_27_an_ended_page_is_proven_expired_and_ending_it_twice_says_the_same() {
        var session = shop.open();

        assertThat(done(shop.gateway.expire(shop.id("x"), session.ref()))).isInstanceOf(SessionRecord.Expired.class);
        assertThat(done(shop.gateway.session(session.ref()))).isInstanceOf(SessionRecord.Expired.class);
        var again = dev.keepline.kernel.RequestId.of(shop.renewal, "x", 2);
        assertThat(done(shop.gateway.expire(again, session.ref()))).isInstanceOf(SessionRecord.Expired.class);
    }

    @Test
    void fault_27_a_page_that_is_paid_already_cannot_be_ended_and_shows_its_payment() {
        var session = shop.open();
        sandbox.control().pay(session.ref(), Shop.GOOD_CARD);

        var record = done(shop.gateway.expire(shop.id("x"), session.ref()));

        assertThat(((SessionRecord.Complete) record).payment()).isInstanceOf(PaymentRecord.Held.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop_after", "malformed", "status_500"})
    void an_ending_whose_answer_was_lost_is_known_from_the_page_itself(String fault) {
        var session = shop.open();
        sandbox.control().fault("stripe", "checkout.expire", fault, Map.of("applied", true));

        assertThat(done(shop.gateway.expire(shop.id("x"), session.ref()))).isInstanceOf(SessionRecord.Expired.class);
    }

    @ParameterizedTest
    @CsvSource({
        "4000000000000002, CARD_DECLINED, generic_decline",
        "4000000000009995, CARD_NO_MONEY, insufficient_funds",
        "4000000000000069, CARD_EXPIRED, expired_card",
        "4000000000009979, CARD_NOT_ALLOWED, stolen_card"
    })
    void a_page_that_ends_after_a_declined_card_says_why(String card, Refusal.Why why, String code) {
        var session = shop.open();
        sandbox.control().pay(session.ref(), card);

        sandbox.control().advance(Duration.ofMinutes(41));

        assertThat(done(shop.gateway.session(session.ref())))
                .isEqualTo(new SessionRecord.Expired(Optional.of(new Refusal(why, code))));
    }

    @Test
    void a_page_past_its_time_is_expired() {
        var session = shop.open();

        sandbox.control().advance(Duration.ofMinutes(41));

        assertThat(done(shop.gateway.session(session.ref()))).isInstanceOf(SessionRecord.Expired.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"malformed", "status_500", "status_429"})
    void a_page_that_cannot_be_read_is_not_known(String fault) {
        var session = shop.open();
        sandbox.control().fault("stripe", "checkout.retrieve", fault);

        assertThat(shop.gateway.session(session.ref())).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void a_page_that_does_not_exist_is_refused() {
        assertThat(shop.gateway.session("cs_test_nothing"))
                .isEqualTo(new Outcome.Refused<SessionRecord>("resource_missing"));
    }

    private static int sessions() {
        return sandbox.control()
                .stripe("/checkout/sessions?limit=100")
                .path("data")
                .size();
    }
}

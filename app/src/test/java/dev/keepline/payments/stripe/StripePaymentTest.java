package dev.keepline.payments.stripe;

import static dev.keepline.payments.stripe.Shop.PRICE;
import static dev.keepline.payments.stripe.Shop.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.RequestId;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.testing.SandboxProcess;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money held, taken, given back: each command against every way in which its answer can be lost. */
class StripePaymentTest {

    @RegisterExtension
    static final SandboxProcess sandbox = new SandboxProcess();

    private static final String REFUND_PENDING = "4000000000007726";
    private static final String REFUND_FAILS = "4000000000005126";

    private final Shop shop = new Shop(sandbox, Duration.ofSeconds(10));

    @BeforeEach
    void start_afresh() {
        sandbox.control().reset();
    }

    @Test
    void a_capture_takes_what_was_held() {
        var ref = shop.held();

        var taken = (PaymentRecord.Captured) done(shop.gateway.capture(shop.id("c"), ref, PRICE));

        assertThat(taken.paymentRef()).isEqualTo(ref);
        assertThat(taken.amount()).isEqualTo(PRICE);
        var now = InstantSource.system().instant();
        assertThat(taken.at()).isBetween(now.minus(Duration.ofMinutes(1)), now.plus(Duration.ofSeconds(2)));
        assertThat(done(shop.gateway.payment(ref))).isEqualTo(taken);
    }

    @Test
    void a_second_capture_under_another_name_finds_the_first() {
        var ref = shop.captured();

        var again = done(shop.gateway.capture(RequestId.of(shop.renewal, "c", 2), ref, PRICE));

        assertThat(again).isInstanceOf(PaymentRecord.Captured.class);
        assertThat(received(ref)).isEqualTo(PRICE.minor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop_after", "malformed", "status_500"})
    void fault_03_a_capture_whose_answer_was_lost_is_known_from_the_payment(String fault) {
        var ref = shop.held();
        sandbox.control().fault("stripe", "intent.capture", fault, Map.of("applied", true));

        assertThat(shop.gateway.capture(shop.id("c"), ref, PRICE)).isInstanceOf(Outcome.Unknown.class);

        assertThat(done(shop.gateway.payment(ref))).isInstanceOf(PaymentRecord.Captured.class);
        assertThat(sandbox.control().log("stripe", "intent.capture")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop_before", "status_500"})
    void fault_03_a_capture_that_never_happened_leaves_the_hold(String fault) {
        var ref = shop.held();
        sandbox.control().fault("stripe", "intent.capture", fault);

        assertThat(shop.gateway.capture(shop.id("c"), ref, PRICE)).isInstanceOf(Outcome.Unknown.class);
        assertThat(done(shop.gateway.payment(ref))).isInstanceOf(PaymentRecord.Held.class);

        var second = RequestId.of(shop.renewal, "c", 2);
        assertThat(done(shop.gateway.capture(second, ref, PRICE))).isInstanceOf(PaymentRecord.Captured.class);
        assertThat(received(ref)).isEqualTo(PRICE.minor());
    }

    @Test
    void fault_03_a_replayed_500_is_no_news() {
        var ref = shop.held();
        sandbox.control().fault("stripe", "intent.capture", "status_500", Map.of("applied", true));

        assertThat(shop.gateway.capture(shop.id("c"), ref, PRICE)).isInstanceOf(Outcome.Unknown.class);
        assertThat(shop.gateway.capture(shop.id("c"), ref, PRICE)).isInstanceOf(Outcome.Unknown.class);
        assertThat(done(shop.gateway.payment(ref))).isInstanceOf(PaymentRecord.Captured.class);
        assertThat(received(ref)).isEqualTo(PRICE.minor());
    }

    @Test
    void a_capture_that_outlives_our_patience_is_known_from_the_payment() {
        var hasty = new Shop(sandbox, Duration.ofMillis(700));
        var ref = shop.held();
        sandbox.control().fault("stripe", "intent.capture", "delay", Map.of("delay_ms", 2_000, "applied", true));

        assertThat(hasty.gateway.capture(shop.id("c"), ref, PRICE)).isInstanceOf(Outcome.Unknown.class);
        assertThat(done(shop.gateway.payment(ref))).isInstanceOf(PaymentRecord.Captured.class);
    }

    @Test
    void too_many_calls_are_proven_not_done() {
        var ref = shop.held();
        sandbox.control().fault("stripe", "intent.capture", "status_429");

        assertThat(shop.gateway.capture(shop.id("c"), ref, PRICE)).isInstanceOf(Outcome.NotDone.class);
        assertThat(sandbox.control().log("stripe", "intent.capture")).hasSize(1);
    }

    @Test
    void more_than_was_held_is_refused_and_nothing_is_taken() {
        var ref = shop.held();

        assertThat(shop.gateway.capture(shop.id("c"), ref, PRICE.plus(Money.usd(1))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(received(ref)).isZero();
    }

    @Test
    void a_released_hold_is_gone_and_a_capture_after_it_finds_that() {
        var ref = shop.held();

        assertThat(done(shop.gateway.release(shop.id("v"), ref))).isInstanceOf(PaymentRecord.Released.class);
        assertThat(done(shop.gateway.release(RequestId.of(shop.renewal, "v", 2), ref)))
                .isInstanceOf(PaymentRecord.Released.class);
        assertThat(done(shop.gateway.capture(shop.id("c"), ref, PRICE))).isInstanceOf(PaymentRecord.Released.class);
    }

    @Test
    void a_release_after_the_capture_finds_the_capture() {
        var ref = shop.captured();

        assertThat(done(shop.gateway.release(shop.id("v"), ref))).isInstanceOf(PaymentRecord.Captured.class);
    }

    @Test
    void fault_26_a_hold_past_its_end_is_released_by_itself() {
        var ref = shop.held();

        sandbox.control().advance(Duration.ofDays(8));

        assertThat(done(shop.gateway.payment(ref))).isInstanceOf(PaymentRecord.Released.class);
        assertThat(done(shop.gateway.capture(shop.id("c"), ref, PRICE))).isInstanceOf(PaymentRecord.Released.class);
    }

    @Test
    void a_refund_gives_back_once() {
        var ref = shop.captured();

        assertThat(done(shop.gateway.refund(shop.id("r"), ref, PRICE)))
                .isEqualTo(new PaymentRecord.Refunded(ref, PRICE));
        assertThat(done(shop.gateway.refund(RequestId.of(shop.renewal, "r", 2), ref, PRICE)))
                .isEqualTo(new PaymentRecord.Refunded(ref, PRICE));
        assertThat(refunds()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop_after", "malformed", "status_500"})
    void fault_22_a_refund_whose_answer_was_lost_is_known_from_the_payment(String fault) {
        var ref = shop.captured();
        sandbox.control().fault("stripe", "refund.create", fault, Map.of("applied", true));

        assertThat(shop.gateway.refund(shop.id("r"), ref, PRICE)).isInstanceOf(Outcome.Unknown.class);
        assertThat(done(shop.gateway.payment(ref))).isInstanceOf(PaymentRecord.Refunded.class);
        assertThat(refunds()).isEqualTo(1);
    }

    @Test
    void a_refund_on_its_way_is_not_yet_a_refund() {
        var ref = ((PaymentRecord.Held) shop.paid(REFUND_PENDING)).hold().paymentRef();
        done(shop.gateway.capture(shop.id("c"), ref, PRICE));

        assertThat(done(shop.gateway.refund(shop.id("r"), ref, PRICE)))
                .isEqualTo(new PaymentRecord.Refunding(ref, PRICE));
        sandbox.control().advance(Duration.ofMinutes(2));
        assertThat(done(shop.gateway.payment(ref))).isEqualTo(new PaymentRecord.Refunded(ref, PRICE));
    }

    @Test
    void a_refund_can_fail_after_it_succeeded_and_may_then_be_made_again() {
        var ref = ((PaymentRecord.Held) shop.paid(REFUND_FAILS)).hold().paymentRef();
        done(shop.gateway.capture(shop.id("c"), ref, PRICE));
        assertThat(done(shop.gateway.refund(shop.id("r"), ref, PRICE))).isInstanceOf(PaymentRecord.Refunded.class);

        sandbox.control().advance(Duration.ofMinutes(2));

        assertThat(done(shop.gateway.payment(ref)))
                .isEqualTo(new PaymentRecord.RefundFailed(ref, "expired_or_canceled_card"));
        assertThat(done(shop.gateway.refund(RequestId.of(shop.renewal, "r", 2), ref, PRICE)))
                .isInstanceOf(PaymentRecord.Refunded.class);
    }

    @Test
    void what_was_only_held_cannot_be_refunded() {
        var ref = shop.held();

        assertThat(shop.gateway.refund(shop.id("r"), ref, PRICE)).isInstanceOf(Outcome.Done.class);
        assertThat(done(shop.gateway.payment(ref))).isInstanceOf(PaymentRecord.Held.class);
        assertThat(refunds()).isZero();
    }

    @Test
    void every_payment_of_ours_is_listed_as_it_stands() {
        var since = InstantSource.system().instant().minus(Duration.ofMinutes(5));
        var held = shop.held();
        var other = new Shop(sandbox, Duration.ofSeconds(10));
        var refunded = other.captured();
        done(other.gateway.refund(other.id("r"), refunded, PRICE));

        var records = done(shop.gateway.paymentsSince(since));

        assertThat(records).hasSize(2).contains(new PaymentRecord.Refunded(refunded, PRICE));
        assertThat(records)
                .filteredOn(PaymentRecord.Held.class::isInstance)
                .singleElement()
                .isEqualTo(done(shop.gateway.payment(held)));
    }

    @Test
    void a_payment_that_does_not_exist_is_refused() {
        assertThat(shop.gateway.payment("pi_nothing"))
                .isEqualTo(new Outcome.Refused<PaymentRecord>("resource_missing"));
    }

    private static long received(String intent) {
        return sandbox.control()
                .stripe("/payment_intents/" + intent)
                .path("amount_received")
                .asLong();
    }

    private static int refunds() {
        return sandbox.control().stripe("/refunds?limit=100").path("data").size();
    }
}

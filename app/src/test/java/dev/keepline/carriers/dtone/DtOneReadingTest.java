package dev.keepline.carriers.dtone;

import static dev.keepline.carriers.dtone.Desk.CLOCK;
import static dev.keepline.carriers.dtone.Desk.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.Allowance;
import dev.keepline.carriers.Bucket;
import dev.keepline.carriers.Effect;
import dev.keepline.carriers.LineAddress;
import dev.keepline.carriers.ProductQuery;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.testing.SandboxProcess;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What DT One sells and what a line holds, as the connector reads it. */
class DtOneReadingTest {

    @RegisterExtension
    static final SandboxProcess sandbox = new SandboxProcess();

    private final Desk desk = new Desk(sandbox.dtOne(), Duration.ofSeconds(20));

    @BeforeEach
    void start_afresh() {
        sandbox.control().reset();
    }

    @Test
    void a_plan_is_found_by_operator_days_and_data_and_proven_by_reading_back() {
        var plan = desk.product(Desk.MONTHLY);

        assertThat(plan.effect()).isEqualTo(new Effect.Plan(30, 5_000_000_000L));
        assertThat(plan.proof()).isEqualTo(ProofLevel.READ_BACK);
        assertThat(plan.wholesale()).isEqualTo(Money.usd(1_125));
    }

    @Test
    void credit_of_a_fixed_amount_goes_before_a_range_and_is_proven_by_the_aggregator() {
        var fixed = desk.product(new ProductQuery.Credit("T-Mobile USA", Money.usd(2_500)));
        var ranged = desk.product(new ProductQuery.Credit("T-Mobile USA", Money.usd(2_501)));

        assertThat(fixed.id()).startsWith("FIXED-");
        assertThat(ranged.id()).startsWith("RANGED-");
        assertThat(fixed.proof()).isEqualTo(ProofLevel.AGGREGATOR);
        assertThat(ranged.effect()).isEqualTo(new Effect.Credit(Money.usd(2_501)));
        assertThat(ranged.wholesale()).isEqualTo(Money.usd(2_388));
    }

    @Test
    void what_is_not_sold_is_refused() {
        var nobody = new ProductQuery.Plan("Nobody Mobile", 30, 5_000_000_000L);
        var tooMuch = new ProductQuery.Credit("AT&T USA", Money.usd(10_001));
        var noSuchPlan = new ProductQuery.Plan("Sandbox Mobile", 31, 5_000_000_000L);
        var noRange = new ProductQuery.Credit("Verizon USA", Money.usd(1_600));

        assertThat(desk.connector.discover(nobody)).isInstanceOf(Outcome.Refused.class);
        assertThat(desk.connector.discover(tooMuch)).isInstanceOf(Outcome.Refused.class);
        assertThat(desk.connector.discover(noSuchPlan)).isInstanceOf(Outcome.Refused.class);
        assertThat(desk.connector.discover(noRange)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void what_was_read_is_kept_for_a_while_and_a_failure_is_not() {
        sandbox.control().fault("dtone", "products", "malformed");
        assertThat(desk.connector.discover(Desk.MONTHLY)).isInstanceOf(Outcome.Unknown.class);

        desk.product(Desk.MONTHLY);
        desk.product(new ProductQuery.Plan("Sandbox Mobile", 90, 15_000_000_000L));

        assertThat(sandbox.control().log("dtone", "operators")).hasSize(1);
        assertThat(sandbox.control().log("dtone", "products")).hasSize(2);
    }

    @Test
    void a_line_is_read_in_our_units_with_the_end_of_each_allowance() {
        var end = CLOCK.instant().plus(Duration.ofDays(5)).truncatedTo(ChronoUnit.MILLIS);
        sandbox.control().post("/control/dtone/lines", """
                {"iccid": "8901999900000002878", "operator": "Sandbox Mobile", "expiration_date": "%s", "benefits": [
                  {"type": "DATA", "unit": "GB", "amount": 0.5}, {"type": "TALKTIME", "unit": "MINUTES", "amount": 90},
                  {"type": "SMS", "unit": "SMS", "amount": -1}, {"type": "CREDITS", "unit": "USD", "amount": 12.345}]}
                """.formatted(end));

        var snapshot = done(desk.connector.read(Desk.ESIM));

        assertThat(snapshot.left(Allowance.DATA_BYTES)).isEqualTo(500_000_000L);
        assertThat(snapshot.left(Allowance.VOICE_SECONDS)).isEqualTo(5_400);
        assertThat(snapshot.left(Allowance.CREDIT_CENTS)).isEqualTo(1_234);
        assertThat(snapshot.buckets())
                .filteredOn(bucket -> bucket.allowance() == Allowance.MESSAGES)
                .singleElement()
                .satisfies(bucket -> assertThat(bucket.unlimited()).isTrue());
        assertThat(snapshot.expiresAt()).contains(end);
    }

    @Test
    void a_line_is_read_to_its_last_page() {
        var benefits = "{\"type\": \"DATA\", \"unit\": \"MB\", \"amount\": 1},".repeat(249)
                + "{\"type\": \"DATA\", \"unit\": \"KB\", \"amount\": 1}";
        sandbox.control().post("/control/dtone/lines", """
                {"iccid": "8901999900000002878", "benefits": [%s]}""".formatted(benefits));

        var snapshot = done(desk.connector.read(Desk.ESIM));

        assertThat(snapshot.buckets()).hasSize(250);
        assertThat(snapshot.left(Allowance.DATA_BYTES)).isEqualTo(249_001_000L);
        assertThat(sandbox.control().log("dtone", "benefits")).hasSize(3);
    }

    @Test
    void a_package_that_waits_for_its_first_use_has_no_end() {
        sandbox.control().post("/control/dtone/lines", """
                {"iccid": "8901999900000002878", "benefits": [{"type": "DATA", "unit": "GB", "amount": 5}]}""");

        assertThat(done(desk.connector.read(Desk.ESIM)).buckets())
                .extracting(Bucket::expiresAt)
                .allMatch(java.util.Optional::isEmpty);
    }

    @Test
    void an_order_shows_in_the_lines_record() {
        sandbox.control()
                .provision(new Iccid("8901999900000002878"), CLOCK.instant().plus(Duration.ofDays(5)));
        var before = done(desk.connector.read(Desk.ESIM));

        desk.completed(desk.monthly());

        var after = done(desk.connector.read(Desk.ESIM));
        assertThat(after.left(Allowance.DATA_BYTES) - before.left(Allowance.DATA_BYTES))
                .isEqualTo(5_000_000_000L);
        assertThat(Duration.between(
                        before.expiresAt().orElseThrow(), after.expiresAt().orElseThrow()))
                .isEqualTo(Duration.ofDays(30));
    }

    @Test
    void a_line_nobody_knows_and_a_number_without_record_are_refused() {
        var unknown = new LineAddress.ByIccid(new Iccid("8934071100284934233"));

        assertThat(desk.connector.read(unknown)).isInstanceOf(Outcome.Refused.class);
        assertThat(desk.connector.read(Desk.NUMBER)).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop_before", "drop_after", "malformed", "status_500", "status_429"})
    void a_line_that_cannot_be_read_is_not_known(String fault) {
        sandbox.control().fault("dtone", "benefits", fault);

        assertThat(desk.connector.read(Desk.ESIM)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void a_snapshot_says_when_it_was_read() {
        var before = CLOCK.instant();
        Snapshot snapshot = done(desk.connector.read(Desk.ESIM));

        assertThat(snapshot.readAt()).isBetween(before, CLOCK.instant());
    }
}

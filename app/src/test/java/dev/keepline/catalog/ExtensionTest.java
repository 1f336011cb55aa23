package dev.keepline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.Money;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one more payment does to the end of service. */
class ExtensionTest {

    private static final LapseRule APPEND = Samples.rule("sandbox-mobile", Basis.PLAN);
    private static final LapseRule RESTART = Samples.rule("tello", Basis.PLAN);
    private static final LapseRule UNKNOWN = Samples.rule("att-prepaid", Basis.BALANCE);

    @ParameterizedTest
    @CsvSource(textBlock = """
            # now ends    term   bought      then ends
            2026-12-25, P30D , 2026-11-25, 2027-01-24
            2026-11-25, P30D , 2026-11-25, 2026-12-25
            2026-10-01, P30D , 2026-11-25, 2026-12-25
            2026-01-31, P1M  , 2026-01-15, 2026-02-28
            2028-01-31, P1M  , 2028-01-15, 2028-02-29
            2028-02-29, P12M , 2028-02-01, 2029-02-28
            2026-12-25, P365D, 2026-11-25, 2027-12-25
            """)
    void appending_begins_where_service_ends_and_a_lapsed_line_begins_today(
            LocalDate ends, Period term, LocalDate today, LocalDate then) {
        var extension = LapseRules.afterRenewal(APPEND, Standing.endingOn(ends), term, today);
        assertThat(extension.next().serviceEndsOn()).isEqualTo(new OnDate.Known(then));
        assertThat(extension.needsConsent()).isFalse();
    }

    @Test
    void restarting_loses_the_days_left_and_asks_first() {
        var extension = LapseRules.afterRenewal(
                RESTART, Standing.endingOn(LocalDate.of(2026, 12, 5)), Period.ofDays(30), LocalDate.of(2026, 11, 25));
        assertThat(extension.next().serviceEndsOn()).isEqualTo(new OnDate.Known(LocalDate.of(2026, 12, 25)));
        assertThat(extension.paidDaysAtRisk()).isEqualTo(new Days.Known(10));
        assertThat(extension.needsConsent()).isTrue();
    }

    @Test
    void where_nobody_says_the_restart_counts_and_the_appended_end_is_kept_beside_it() {
        var extension = LapseRules.afterTopUp(
                UNKNOWN, Standing.endingOn(LocalDate.of(2026, 12, 5)), Money.usd(25_00), LocalDate.of(2026, 11, 25));
        assertThat(extension.next().serviceEndsOn())
                .isEqualTo(OnDate.from(LocalDate.of(2027, 2, 23), Optional.of(LocalDate.of(2027, 3, 5))));
        assertThat(extension.paidDaysAtRisk()).isEqualTo(new Days.Known(10));
    }

    @Test
    void an_ended_line_has_no_paid_day_to_lose() {
        var extension = LapseRules.afterTopUp(
                UNKNOWN, Standing.endingOn(LocalDate.of(2026, 11, 25)), Money.usd(25_00), LocalDate.of(2026, 11, 25));
        assertThat(extension.next().serviceEndsOn()).isEqualTo(new OnDate.Known(LocalDate.of(2027, 2, 23)));
        assertThat(extension.needsConsent()).isFalse();
    }

    @Test
    void an_amount_without_published_validity_moves_nothing() {
        var now = Standing.endingOn(LocalDate.of(2026, 12, 5));
        var extension = LapseRules.afterTopUp(UNKNOWN, now, Money.usd(5_00), LocalDate.of(2026, 11, 25));
        assertThat(extension.next()).isEqualTo(now);
        assertThat(extension.needsConsent()).isFalse();
    }

    @Test
    void an_unknown_end_is_at_least_a_term_away() {
        var unknown = new Standing(new OnDate.Unknown(), 25);
        var today = LocalDate.of(2026, 11, 25);
        var atLeast = OnDate.from(LocalDate.of(2026, 12, 25), Optional.empty());
        var appended = LapseRules.afterRenewal(APPEND, unknown, Period.ofDays(30), today);
        assertThat(appended.next().serviceEndsOn()).isEqualTo(atLeast);
        assertThat(appended.needsConsent()).isFalse();
        var doubtful = LapseRules.afterRenewal(UNKNOWN, unknown, Period.ofDays(30), today);
        assertThat(doubtful.next().serviceEndsOn()).isEqualTo(atLeast);
        assertThat(doubtful.paidDaysAtRisk()).isEqualTo(new Days.Unknown());
        var restarted = LapseRules.afterRenewal(RESTART, unknown, Period.ofDays(30), today);
        assertThat(restarted.next().serviceEndsOn()).isEqualTo(new OnDate.Known(LocalDate.of(2026, 12, 25)));
    }

    @Test
    void a_range_of_ends_keeps_a_range_of_days_at_risk() {
        var range = OnDate.from(LocalDate.of(2026, 12, 5), Optional.of(LocalDate.of(2026, 12, 15)));
        var extension =
                LapseRules.afterRenewal(UNKNOWN, new Standing(range, 5), Period.ofDays(30), LocalDate.of(2026, 11, 25));
        assertThat(extension.paidDaysAtRisk()).isEqualTo(new Days.Range(10, OptionalInt.of(20)));
        assertThat(extension.next().serviceEndsOn())
                .isEqualTo(OnDate.from(LocalDate.of(2026, 12, 25), Optional.of(LocalDate.of(2027, 1, 14))));
    }

    @Test
    void fault_14_the_anchor_day_survives_short_months() {
        var standing = Standing.endingOn(LocalDate.of(2027, 12, 31));
        var ends = new StringBuilder();
        for (int month = 0; month < 4; month++) {
            var today = standing.serviceEndsOn().earliest().orElseThrow().minusDays(3);
            standing = LapseRules.afterRenewal(APPEND, standing, Period.ofMonths(1), today)
                    .next();
            ends.append(standing.serviceEndsOn().earliest().orElseThrow()).append(' ');
        }
        assertThat(ends).hasToString("2028-01-31 2028-02-29 2028-03-31 2028-04-30 ");
    }
}

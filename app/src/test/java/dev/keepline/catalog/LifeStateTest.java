package dev.keepline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a line stands, day by day around each boundary. */
class LifeStateTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # carrier       service ends   as of      state  may still be there
            att-prepaid    , 2026-11-27, 2026-11-19, FINE, false
            att-prepaid    , 2026-11-27, 2026-11-20, DUE , false
            att-prepaid    , 2026-11-27, 2026-11-26, DUE , false
            att-prepaid    , 2026-11-27, 2026-11-27, OUT , false
            att-prepaid    , 2026-11-27, 2027-01-11, OUT , false
            att-prepaid    , 2026-11-27, 2027-01-12, NEAR, false
            att-prepaid    , 2026-11-27, 2027-01-25, NEAR, false
            att-prepaid    , 2026-11-27, 2027-01-26, GONE, false
            tmobile-prepaid, 2026-08-04, 2026-11-01, NEAR, false
            tmobile-prepaid, 2026-08-04, 2026-11-02, GONE, true
            tmobile-prepaid, 2026-08-04, 2026-12-01, GONE, true
            tmobile-prepaid, 2026-08-04, 2026-12-02, GONE, false
            sandbox-mobile , 2026-12-25, 2026-12-17, FINE, false
            sandbox-mobile , 2026-12-25, 2026-12-18, DUE , false
            sandbox-mobile , 2026-12-25, 2027-02-22, NEAR, false
            sandbox-mobile , 2026-12-25, 2027-02-23, GONE, false
            tello          , 2026-12-25, 2030-01-01, OUT , false
            """)
    void a_line_stands_so(String carrier, LocalDate ends, LocalDate asOf, LifeState state, boolean mayStillBeThere) {
        var clocks =
                LapseRules.clocks(Samples.rule(carrier, Basis.PLAN), new OnDate.Known(ends), Optional.empty(), asOf);
        assertThat(clocks.state()).isEqualTo(state);
        assertThat(clocks.mayStillBeThere()).isEqualTo(mayStillBeThere);
    }

    @Test
    void a_line_whose_number_goes_with_its_service_is_nearly_lost_before_it_stops() {
        var rule = Samples.rule("tello", Basis.BALANCE);
        var ends = LocalDate.of(2026, 12, 25);
        var clocks = LapseRules.clocks(rule, new OnDate.Known(ends), Optional.empty(), ends.minusDays(14));
        assertThat(clocks.state()).isEqualTo(LifeState.NEAR);
    }

    @Test
    void without_a_date_nothing_is_guessed() {
        var clocks = LapseRules.clocks(
                Samples.rule("att-prepaid", Basis.BALANCE),
                new OnDate.Unknown(),
                Optional.empty(),
                LocalDate.of(2026, 11, 25));
        assertThat(clocks.state()).isEqualTo(LifeState.UNKNOWN);
        assertThat(clocks.numberLostOn()).isEqualTo(new OnDate.Unknown());
    }

    @Test
    void without_a_rule_service_is_still_known_and_the_number_is_not() {
        var ends = new OnDate.Known(LocalDate.of(2026, 11, 27));
        var clocks = LapseRules.clocksWithoutRule(ends, LocalDate.of(2026, 11, 25));
        assertThat(clocks.state()).isEqualTo(LifeState.DUE);
        assertThat(clocks.numberLostOn()).isEqualTo(new OnDate.Unknown());
        assertThat(clocks.rule()).isEmpty();
    }

    @Test
    void of_a_range_the_first_day_counts_and_the_range_is_kept() {
        var ends = OnDate.from(LocalDate.of(2026, 11, 27), Optional.of(LocalDate.of(2026, 12, 7)));
        var clocks = LapseRules.clocks(
                Samples.rule("tmobile-prepaid", Basis.BALANCE), ends, Optional.empty(), LocalDate.of(2026, 11, 27));
        assertThat(clocks.state()).isEqualTo(LifeState.OUT);
        assertThat(clocks.numberLostOn())
                .isEqualTo(OnDate.from(LocalDate.of(2027, 2, 25), Optional.of(LocalDate.of(2027, 4, 6))));
    }
}

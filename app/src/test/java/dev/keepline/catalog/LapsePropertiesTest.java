package dev.keepline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.Money;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every published rule on every day of 2024 to 2100: month ends, leap days, changes of the clocks. */
class LapsePropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 28_124; // to 2100-12-31

    @Provide
    Arbitrary<LocalDate> day() {
        var monthEnds = Arbitraries.integers()
                .between(0, 923)
                .map(month -> FIRST.plusMonths(month + 1L).minusDays(1));
        var leapDays = Arbitraries.of(2024, 2028, 2052, 2096).map(year -> LocalDate.of(year, 2, 29));
        var any = Arbitraries.integers().between(0, DAYS).map(FIRST::plusDays);
        return Arbitraries.oneOf(any, monthEnds, leapDays);
    }

    @Provide
    Arbitrary<Period> term() {
        return Arbitraries.of(
                Period.ofDays(1),
                Period.ofDays(7),
                Period.ofDays(30),
                Period.ofDays(90),
                Period.ofDays(360),
                Period.ofDays(365),
                Period.ofMonths(1),
                Period.ofMonths(3),
                Period.ofMonths(12));
    }

    @Provide
    Arbitrary<LapseRule> rule() {
        return Arbitraries.of(Samples.lapseRules().all());
    }

    @Property
    void a_number_is_never_lost_while_its_line_is_in_service(
            @ForAll("rule") LapseRule rule, @ForAll("day") LocalDate bought, @ForAll("term") Period term) {
        var ends = Standing.bought(term, bought).serviceEndsOn();
        var clocks = LapseRules.clocks(rule, ends, Optional.of(bought), bought);
        var lost = clocks.numberLostOn();
        lost.earliest()
                .ifPresent(first ->
                        assertThat(first).isAfterOrEqualTo(ends.earliest().orElseThrow()));
        lost.latest()
                .ifPresent(last ->
                        assertThat(last).isAfterOrEqualTo(lost.earliest().orElseThrow()));
    }

    @Property
    void an_appended_renewal_never_shortens_and_adds_the_whole_term(
            @ForAll("day") LocalDate ends,
            @ForAll("term") Period term,
            @ForAll @IntRange(min = -400, max = 400) int daysLeft) {
        var today = ends.minusDays(daysLeft);
        var rule = Samples.rule("sandbox-mobile", Basis.PLAN);
        var extension = LapseRules.afterRenewal(rule, Standing.endingOn(ends), term, today);
        var then = extension.next().serviceEndsOn().earliest().orElseThrow();
        var start = ends.isAfter(today) ? ends : today;
        assertThat(then).isAfter(ends).isAfterOrEqualTo(start.plus(term));
        assertThat(extension.needsConsent()).isFalse();
    }

    @Property
    void no_rule_promises_less_than_a_term_from_today_nor_hides_a_paid_day_at_risk(
            @ForAll("rule") LapseRule rule,
            @ForAll("day") LocalDate ends,
            @ForAll("term") Period term,
            @ForAll @IntRange(min = -400, max = 400) int daysLeft) {
        var today = ends.minusDays(daysLeft);
        var extension = LapseRules.afterRenewal(rule, Standing.endingOn(ends), term, today);
        var then = extension.next().serviceEndsOn();
        assertThat(then.earliest().orElseThrow()).isAfterOrEqualTo(today.plus(term));
        boolean mayRestart = rule.reckoning().earlyRenewal() != EarlyRenewal.APPEND;
        assertThat(extension.needsConsent()).isEqualTo(mayRestart && daysLeft > 0);
    }

    @Property
    void the_anchor_day_is_kept_through_any_number_of_months(
            @ForAll("day") LocalDate anchor, @ForAll @IntRange(min = 1, max = 40) int months) {
        var rule = Samples.rule("sandbox-mobile", Basis.PLAN);
        var standing = Standing.endingOn(anchor);
        for (int i = 0; i < months; i++) {
            var today = standing.serviceEndsOn().earliest().orElseThrow().minusDays(1);
            standing = LapseRules.afterRenewal(rule, standing, Period.ofMonths(1), today)
                    .next();
        }
        assertThat(standing.serviceEndsOn()).isEqualTo(new OnDate.Known(anchor.plusMonths(months)));
        assertThat(standing.anchorDay()).isEqualTo(anchor.getDayOfMonth());
    }

    @Property
    void days_bought_end_service_exactly_so_many_days_later(
            @ForAll("day") LocalDate bought, @ForAll @LongRange(min = 10_00, max = 500_00) long cents) {
        var rule = Samples.rule("att-prepaid", Basis.BALANCE);
        var validity = LapseRules.validityFor(rule, Money.usd(cents)).orElseThrow();
        int days = cents < 25_00 ? 30 : cents < 100_00 ? 90 : 365;
        assertThat(Standing.bought(validity, bought).serviceEndsOn())
                .isEqualTo(new OnDate.Known(bought.plusDays(days)));
    }

    @Property
    void a_line_only_gets_worse_while_nothing_is_done(
            @ForAll("rule") LapseRule rule, @ForAll("day") LocalDate bought, @ForAll("term") Period term) {
        var ends = Standing.bought(term, bought).serviceEndsOn();
        var worst = LifeState.FINE;
        for (int day = 0; day < 500; day++) {
            var state = LapseRules.clocks(rule, ends, Optional.of(bought), bought.plusDays(day))
                    .state();
            assertThat(state).isGreaterThanOrEqualTo(worst).isNotEqualTo(LifeState.UNKNOWN);
            worst = state;
        }
    }

    @Property
    void every_local_day_begins_once_and_lies_in_itself_whatever_the_clocks_do(
            @ForAll("day") LocalDate day, @ForAll("zone") ZoneId zone) {
        var published = Samples.rule("sandbox-mobile", Basis.PLAN);
        var rule = new LapseRule(
                published.scope(),
                published.validity(),
                published.ending(),
                new LapseRule.Reckoning(EarlyRenewal.APPEND, Optional.of(zone)),
                published.provenance());
        var start = rule.startOf(day);
        assertThat(rule.dateAt(start)).isEqualTo(day);
        assertThat(rule.dateAt(start.minusNanos(1))).isEqualTo(day.minusDays(1));
        assertThat(rule.startOf(day.plusDays(1))).isAfter(start);
    }

    /** The mainland's zones, and one where a day of the clocks' change begins at one in the morning. */
    @Provide
    Arbitrary<ZoneId> zone() {
        return Arbitraries.of(List.of(
                        "America/New_York",
                        "America/Chicago",
                        "America/Denver",
                        "America/Phoenix",
                        "America/Los_Angeles",
                        "America/Havana",
                        "Pacific/Honolulu"))
                .map(ZoneId::of);
    }

    @Property
    void where_no_zone_is_published_no_mainland_day_begins_earlier(@ForAll("day") LocalDate day) {
        var unknown = Samples.rule("att-prepaid", Basis.PLAN);
        for (var zone : List.of("America/Chicago", "America/Denver", "America/Los_Angeles")) {
            assertThat(unknown.startOf(day))
                    .isBefore(day.atStartOfDay(ZoneId.of(zone)).toInstant());
        }
    }
}

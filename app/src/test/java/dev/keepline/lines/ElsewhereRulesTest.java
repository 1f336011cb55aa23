package dev.keepline.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.catalog.Samples;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Msisdn;
import dev.keepline.lines.ElsewhereRules.Follows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money that was added elsewhere is days only where that is known: a number is lost by a date that is too late. */
class ElsewhereRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-30T15:00:00Z");
    private static final LocalDate PAID = LocalDate.parse("2026-11-29");
    private static final String UNKNOWN = "";
    private static final ElsewhereRules RULES = new ElsewhereRules(Samples.catalogue(), Samples.lapseRules());

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(textBlock = """
            tmobile-prepaid, ''
            tmobile-prepaid, tmo-starter-monthly
            tmobile-prepaid, tmo-us-pass-7d
            tmobile-prepaid, tmo-payg-2014
            tmobile-prepaid, no-longer-sold
            att-prepaid, ''
            att-prepaid, att-prepaid-25-price-lock
            google-fi, ''
            other, ''
            """)
    void money_on_a_line_that_is_not_known_to_live_on_its_balance_makes_no_date(String carrier, String plan) {
        for (int cents : new int[] {1_000, 2_500, 10_000}) {
            assertThat(follows(carrier, plan, money(cents)))
                    .as("%d cents", cents)
                    .isEmpty();
        }
    }

    @Test
    void money_on_a_line_that_is_known_to_live_on_its_balance_counts_by_the_published_rule() {
        assertThat(follows("att-prepaid", "att-prepaid-non-monthly-balance", money(2_500)))
                .hasValue(byRule("2027-02-27", "2027-04-28"));
        assertThat(follows("att-prepaid", UNKNOWN, bought("att-prepaid-non-monthly-balance", 10_000)))
                .hasValue(byRule("2027-11-29", "2028-01-28"));
    }

    @Test
    void a_balance_that_nobody_says_the_amount_of_makes_no_date() {
        assertThat(follows("att-prepaid", "att-prepaid-non-monthly-balance", money(0)))
                .isEmpty();
        assertThat(follows("att-prepaid", "att-prepaid-non-monthly-balance", money(500)))
                .as("below what the rule names")
                .isEmpty();
    }

    @Test
    void a_plan_counts_by_its_own_term_whatever_was_paid_and_whatever_the_line_was_on() {
        for (var before : new String[] {UNKNOWN, "tmo-us-pass-7d", "tmo-connect-5gb"}) {
            assertThat(follows("tmobile-prepaid", before, bought("tmo-connect-5gb", 10_000)))
                    .as(before)
                    .hasValue(byRule("2026-12-29", "2027-03-29"));
        }
    }

    @Test
    void the_date_that_the_carrier_told_counts_before_any_rule_and_where_there_is_none() {
        var told = new Elsewhere(PAID, Optional.of(Money.usd(2_500)), Optional.empty(), Optional.of(PAID.plusDays(40)));
        assertThat(follows("tmobile-prepaid", UNKNOWN, told))
                .hasValue(new Follows(PAID.plusDays(40), Optional.of(PAID.plusDays(130)), false));
        assertThat(follows("other", UNKNOWN, told)).hasValue(new Follows(PAID.plusDays(40), Optional.empty(), false));
    }

    private static Follows byRule(String service, String number) {
        return new Follows(LocalDate.parse(service), Optional.of(LocalDate.parse(number)), true);
    }

    private static Elsewhere money(int cents) {
        var amount = Optional.of(cents).filter(some -> some > 0).map(Money::usd);
        return new Elsewhere(PAID, amount, Optional.empty(), Optional.empty());
    }

    private static Elsewhere bought(String plan, int cents) {
        return new Elsewhere(PAID, Optional.of(Money.usd(cents)), Optional.of(plan), Optional.empty());
    }

    private static Optional<Follows> follows(String carrier, String plan, Elsewhere said) {
        var identity = new Line.Identity(
                carrier, "", Optional.of(new Msisdn("+12125550142")), Optional.empty(), Management.TRACKED);
        var line = new Line(
                new AccountId(new UUID(0, 1)),
                new LineId(new UUID(0, 2)),
                identity,
                new Line.Home(new PlaceOfUse("NY", "10001"), ZoneId.of("America/New_York")),
                Optional.of(plan).filter(one -> !one.isEmpty()),
                new Line.Dates(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                0);
        return RULES.follows(line, said, NOW);
    }
}

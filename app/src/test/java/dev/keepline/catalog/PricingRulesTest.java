package dev.keepline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.Pricing.AllIn;
import dev.keepline.catalog.Pricing.Refused;
import dev.keepline.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All-in prices by the sample of taxes. */
class PricingRulesTest {

    private static final PricingRules PRICING = Samples.pricing();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @ParameterizedTest(name = "{0} {1} in {2} {3}")
    @CsvSource(textBlock = """
            # carrier       net    state zip   total   lines
            att-prepaid    , 240.00, NY, 10001, 263.93, att-admin-fee 2.63 ny-sales-tax 21.30
            att-prepaid    ,  99.00, NY, 11201, 110.42, att-admin-fee 2.63 ny-sales-tax 8.79
            att-prepaid    ,  35.00, NY, 10001,  40.74, att-admin-fee 2.63 ny-sales-tax 3.11
            att-prepaid    ,  25.00, NY, 10001,  29.85, att-admin-fee 2.63 ny-sales-tax 2.22
            att-prepaid    ,  25.00, NY, 12207,  29.63, att-admin-fee 2.63 ny-sales-tax 2.00
            tmobile-prepaid,  25.00, CA, 94110,  27.16, ca-sales-tax 2.16
            sandbox-mobile ,  12.00, CA, 90012,  13.47, ca-sales-tax 1.17 ca-911-fee 0.30
            sandbox-mobile ,  12.00, NY, 10001,  13.07, ny-sales-tax 1.07
            sandbox-mobile ,  33.00, TX, 75201,  36.38, tx-sales-tax 2.72 tx-911-fee 0.66
            sandbox-mobile , 120.00, WA, 98101, 133.77, wa-sales-tax 12.42 wa-911-fee 0.95 wa-988-fee 0.40
            sandbox-mobile ,   9.00, FL, 33101,  10.07, fl-sales-tax 0.67 fl-911-fee 0.40
            sandbox-mobile ,  12.00, OR, 97201,  13.25, or-sales-tax 0.00 or-911-fee 1.25
            sandbox-mobile ,  12.00, MT, 59101,  12.00, mt-sales-tax 0.00
            sandbox-mobile ,  12.00, CO, 80202,  15.07, co-sales-tax 1.06 co-911-fee 1.70 usf 0.31
            """)
    void a_price_is_all_in(String carrier, BigDecimal net, String state, String zip, BigDecimal total, String lines) {
        var priced =
                PRICING.price(new CarrierId(carrier), Money.exact(net, Money.USD), new PlaceOfUse(state, zip), TODAY);
        assertThat(priced).isInstanceOfSatisfying(AllIn.class, all -> {
            assertThat(all.total()).isEqualTo(Money.exact(total, Money.USD));
            assertThat(all.lines().stream()
                            .map(line ->
                                    line.levy().code() + " " + line.amount().decimal())
                            .collect(Collectors.joining(" ")))
                    .isEqualTo(lines);
            assertThat(all.labelKey()).isEqualTo("tax.operators-sample");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "NY, 14850, a part of a listed state that is not listed",
        "NY, 94110, a ZIP code of another state",
        "HI, 96801, a state that is not listed",
        "AK, 99501, a state without sales tax that is not listed"
    })
    void a_place_that_is_not_listed_is_refused_and_never_free_of_tax(String state, String zip, String what) {
        assertThat(PRICING.price(offering("sandbox-monthly"), new PlaceOfUse(state, zip), TODAY))
                .as(what)
                .isEqualTo(new Refused(Pricing.Reason.PLACE_NOT_LISTED));
    }

    @Test
    void a_price_is_that_of_its_day() {
        var table = new TaxTable(
                "sample", List.of(newYork("2026-01-01", "0.08"), newYork("2026-09-01", "0.09")), List.of());
        var rules = new PricingRules(table);
        assertThat(total(rules, "2026-08-31")).isEqualTo(Money.usd(108_00));
        assertThat(total(rules, "2026-09-01")).isEqualTo(Money.usd(109_00));
        assertThat(rules.price(
                        new CarrierId("x"),
                        Money.usd(100_00),
                        new PlaceOfUse("NY", "10001"),
                        LocalDate.of(2025, 12, 31)))
                .isEqualTo(new Refused(Pricing.Reason.PLACE_NOT_LISTED));
    }

    @Test
    void an_offering_by_amount_has_no_price_before_the_amount_is_chosen() {
        assertThat(PRICING.price(offering("att-prepaid-top-up"), new PlaceOfUse("NY", "10001"), TODAY))
                .isEqualTo(new Refused(Pricing.Reason.AMOUNT_MISSING));
    }

    @Property
    void the_total_is_the_sum_of_its_lines_and_no_line_is_more_than_half_a_cent_off(
            @ForAll @LongRange(min = 1, max = 1_000_000) long cents) {
        var priced = (AllIn)
                PRICING.price(new CarrierId("att-prepaid"), Money.usd(cents), new PlaceOfUse("WA", "98101"), TODAY);
        long sum = priced.net().minor()
                + priced.lines().stream().mapToLong(l -> l.amount().minor()).sum();
        assertThat(priced.total().minor()).isEqualTo(sum);
        for (var line : priced.lines()) {
            if (line.levy() instanceof Levy.Percent percent) {
                var exact = percent.rate().multiply(BigDecimal.valueOf(cents));
                assertThat(exact.subtract(BigDecimal.valueOf(line.amount().minor()))
                                .abs())
                        .isLessThanOrEqualTo(new BigDecimal("0.5"));
            }
        }
    }

    private static TaxTable.Place newYork(String from, String rate) {
        return new TaxTable.Place(
                "NY",
                List.of(new TaxTable.ZipRange("100", "104")),
                LocalDate.parse(from),
                List.of(new Levy.Percent("tax", "tax.sales", new BigDecimal(rate))));
    }

    private static Money total(PricingRules rules, String on) {
        var priced =
                rules.price(new CarrierId("x"), Money.usd(100_00), new PlaceOfUse("NY", "10001"), LocalDate.parse(on));
        return ((AllIn) priced).total();
    }

    private static Offering offering(String id) {
        return Samples.catalogue().offering(new OfferingId(id)).orElseThrow();
    }
}

package dev.keepline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.Fulfilment.Credit;
import dev.keepline.catalog.Fulfilment.Operator;
import dev.keepline.catalog.Fulfilment.Plan;
import dev.keepline.kernel.Money;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the files of the catalogue say. */
class CatalogDataTest {

    private static final Catalogue CATALOGUE = Samples.catalogue();

    @Test
    void only_what_has_a_road_and_no_doubt_is_sold() {
        assertThat(CATALOGUE.offerings().stream().filter(Offering::sellable).map(o -> o.id().value()))
                .containsExactly(
                        "att-prepaid-top-up",
                        "sandbox-monthly",
                        "sandbox-quarterly",
                        "sandbox-yearly",
                        "sandbox-payg",
                        "tmobile-prepaid-top-up");
    }

    @Test
    void historical_and_conflicting_offerings_are_shown_and_never_sold() {
        assertThat(why("att-prepaid-2gb-2025")).isEqualTo(NotSellable.HISTORICAL);
        assertThat(why("tmo-payg-2014")).isEqualTo(NotSellable.HISTORICAL);
        assertThat(why("tmo-unlimited-monthly")).isEqualTo(NotSellable.CONFLICTING);
        assertThat(why("att-prepaid-25-price-lock")).isEqualTo(NotSellable.NO_ROAD);
    }

    @Test
    void google_fi_has_no_road_and_says_what_to_do_instead() {
        assertThat(CATALOGUE.offerings(new CarrierId("google-fi")))
                .hasSize(5)
                .allSatisfy(o -> assertThat(o.fulfilment()).isEqualTo(new Fulfilment.None("instructions.google-fi")));
    }

    @ParameterizedTest
    @CsvSource({
        "sandbox-monthly, P30D, 1200, 5",
        "sandbox-quarterly, P90D, 3300, 15",
        "sandbox-yearly, P365D, 12000, 60",
        "sandbox-payg, P90D, 900, 1"
    })
    void the_sandbox_sells(String id, Period term, long cents, long gigabytes) {
        var offering = CATALOGUE.offering(new OfferingId(id)).orElseThrow();
        assertThat(offering.contents().tariff()).isEqualTo(new Tariff.Fixed(offering.kind(), term, Money.usd(cents)));
        assertThat(offering.fulfilment())
                .isEqualTo(new Plan(
                        "dtone",
                        new Operator("Sandbox Mobile", "USA"),
                        (int) term.get(ChronoUnit.DAYS),
                        gigabytes * Allowances.BYTES_PER_GB));
        assertThat(offering.provenance().confidence()).isEqualTo(Confidence.FICTIONAL);
    }

    @Test
    void top_ups_name_an_operator_and_leave_the_amount_to_be_discovered() {
        var offering =
                CATALOGUE.offering(new OfferingId("tmobile-prepaid-top-up")).orElseThrow();
        assertThat(offering.fulfilment()).isEqualTo(new Credit("dtone", new Operator("T-Mobile USA", "USA")));
        assertThat(offering.price()).isEmpty();
        assertThat(offering.term()).isEmpty();
    }

    @Test
    void our_own_names_are_translated_and_brands_are_not() {
        var ours = CATALOGUE
                .offering(new OfferingId("sandbox-monthly"))
                .orElseThrow()
                .name();
        assertThat(ours.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("沙盒月卡 5 GB");
        assertThat(ours.in(Locale.ENGLISH)).isEqualTo("Sandbox Month 5 GB");
        var brand =
                CATALOGUE.offering(new OfferingId("fi-flexible")).orElseThrow().name();
        assertThat(brand.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("Flexible");
    }

    @Test
    void prices_are_exact_and_allowances_keep_what_is_not_said_apart_from_none() {
        var saver = CATALOGUE
                .offering(new OfferingId("att-prepaid-unlimited-saver"))
                .orElseThrow();
        assertThat(saver.price()).hasValue(Money.usd(35_00));
        assertThat(saver.allowances().voiceMinutes()).isEqualTo(new Amount.Unlimited());
        assertThat(saver.allowances().data().hotspotBytes()).isEqualTo(new Amount.Limited(0));
        assertThat(saver.allowances().data().throttleKbps()).hasValue(1500);
        var unlimited =
                CATALOGUE.offering(new OfferingId("tmo-unlimited-monthly")).orElseThrow();
        assertThat(unlimited.allowances().voiceMinutes()).isEqualTo(new Amount.Unstated());
    }

    @Test
    void without_the_sandbox_nothing_fictional_is_left() {
        var real = CATALOGUE.withoutFictional();
        assertThat(real.carriers())
                .extracting(c -> c.id().value())
                .containsExactly("att-prepaid", "google-fi", "tmobile-prepaid");
        assertThat(real.offerings()).noneMatch(o -> o.carrier().value().equals("sandbox-mobile"));
    }

    @Test
    void every_carrier_of_the_catalogue_has_a_lapse_rule_for_its_plans() {
        assertThat(CATALOGUE.carriers())
                .allSatisfy(carrier -> assertThat(Samples.lapseRules().rule(carrier.id(), Basis.PLAN))
                        .isPresent());
    }

    @Test
    void what_looks_like_an_id_is_suggested() {
        assertThat(CATALOGUE
                        .near(new CarrierId("sandbox-mobile"), "sandbox-montly")
                        .getFirst())
                .isEqualTo(new OfferingId("sandbox-monthly"));
    }

    @Test
    void lapse_rules_are_official_only_where_the_carrier_itself_says_so() {
        assertThat(List.of("att-prepaid", "google-fi", "red-pocket", "airalo"))
                .allSatisfy(
                        c -> assertThat(Samples.rule(c, Basis.PLAN).provenance().confidence())
                                .isEqualTo(Confidence.OFFICIAL));
        assertThat(List.of("tmobile-prepaid", "mint", "us-mobile"))
                .allSatisfy(
                        c -> assertThat(Samples.rule(c, Basis.PLAN).provenance().confidence())
                                .isEqualTo(Confidence.CONFLICTING));
    }

    private static NotSellable why(String id) {
        return CATALOGUE
                .offering(new OfferingId(id))
                .orElseThrow()
                .notSellable()
                .orElseThrow();
    }
}

package dev.keepline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.catalog.yaml.OfferingText;
import dev.keepline.kernel.Money;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An offering's text says all of it, and its version changes with whatever is said. */
class OfferingVersionTest {

    @Test
    void every_offering_reads_back_from_its_text_equal_and_with_the_same_version() {
        assertThat(Samples.catalogue().offerings()).allSatisfy(offering -> {
            var again = OfferingText.read(offering.carrier(), OfferingText.write(offering));
            assertThat(again).isEqualTo(offering);
            assertThat(again.version()).isEqualTo(offering.version());
        });
    }

    @Property(tries = 500)
    void whatever_is_written_in_names_and_notes_reads_back(@ForAll("offering") Offering offering) {
        var again = OfferingText.read(offering.carrier(), OfferingText.write(offering));
        assertThat(again).isEqualTo(offering);
    }

    @Test
    void no_two_offerings_share_a_version() {
        var versions = Samples.catalogue().offerings().stream().map(Offering::version);
        assertThat(versions).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"12.00 USD, 12.01 USD", "P30D, P31D", "Month, Moon", "data_gb: 5, data_gb: 6"})
    void a_cent_or_a_word_makes_another_version(String said, String changed) {
        var monthly =
                Samples.catalogue().offering(new OfferingId("sandbox-monthly")).orElseThrow();
        var text = OfferingText.write(monthly).replace(said, changed);
        assertThat(OfferingText.read(monthly.carrier(), text).version()).isNotEqualTo(monthly.version());
    }

    /** Stored versions must stay what they are: a change of the written form would make every offering a new one. */
    @Test
    void the_written_form_does_not_change_by_accident() {
        var monthly =
                Samples.catalogue().offering(new OfferingId("sandbox-monthly")).orElseThrow();
        assertThat(OfferingText.write(monthly)).isEqualTo("""
                id: sandbox-monthly
                name: "Sandbox Month 5 GB"
                translations: {"zh-CN": "沙盒月卡 5 GB"}
                kind: monthly
                term: P30D
                price: 12.00 USD
                allowances:
                  voice_minutes: unlimited
                  messages: unlimited
                  data_gb: 5
                  data_per: term
                terms: {version: "2026-11-30", text: "terms.sandbox-mobile"}
                fulfilment: {road: plan, connector: "dtone", operator: "Sandbox Mobile", country: USA}
                source: ["Keepline's own sandbox"]
                source_date: "2026-11-25"
                confidence: fictional
                """);
    }

    @Test
    void text_that_is_no_offering_is_refused() {
        assertThatThrownBy(() -> OfferingText.read(new CarrierId("x"), "id: x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'name' is missing");
    }

    @Provide
    Arbitrary<Offering> offering() {
        var text = Arbitraries.strings()
                .withChars("aZ09 \"'\\:#{}[],&*!|>-%@`\n\t\r\u0001\u007f\u0085\u2028\ufeff沙é")
                .ofMaxLength(30)
                .map(s -> "x" + s + "x");
        var tariffs = Arbitraries.<Tariff>of(
                new Tariff.Fixed(Kind.MULTI_MONTH, Period.of(1, 2, 3), Money.usd(0)),
                new Tariff.Fixed(Kind.YEARLY, Period.ofMonths(12), Money.usd(123_456)),
                new Tariff.ByAmount(Kind.PAY_AS_YOU_GO, Optional.of(Money.usd(25_00))));
        return Combinators.combine(text, text, tariffs).as(OfferingVersionTest::offering);
    }

    private static Offering offering(String name, String note, Tariff tariff) {
        var data = new Allowances.Data(
                new Amount.Limited(250_000_000), Allowances.Per.MONTH, new Amount.Unlimited(), OptionalInt.of(128));
        return new Offering(
                new OfferingId("a-b"),
                new CarrierId("c"),
                new Offering.Contents(
                        new OfferingName(name, Map.of("zh-CN", note)),
                        tariff,
                        new Allowances(new Amount.Limited(0), new Amount.Unstated(), data),
                        new Terms(note, name)),
                new Offering.Publication(
                        new Provenance(
                                List.of(note, name),
                                Optional.of(new SourceDate("2014-08")),
                                Confidence.CONFLICTING,
                                note),
                        true),
                new Fulfilment.None(name));
    }
}

package dev.keepline.portal.renew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.Allowance;
import dev.keepline.carriers.Bucket;
import dev.keepline.carriers.Snapshot;
import dev.keepline.catalog.Allowances;
import dev.keepline.catalog.Amount;
import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Confidence;
import dev.keepline.catalog.Fulfilment;
import dev.keepline.catalog.Kind;
import dev.keepline.catalog.Offering;
import dev.keepline.catalog.OfferingId;
import dev.keepline.catalog.OfferingName;
import dev.keepline.catalog.Provenance;
import dev.keepline.catalog.Tariff;
import dev.keepline.catalog.Terms;
import dev.keepline.kernel.Money;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is enough is said only where record and offering tell. */
class FitRulesTest {

    private static final Instant ENDS = Instant.parse("2026-12-01T00:00:00Z");
    private static final long GB = Allowances.BYTES_PER_GB;
    private static final Offering MONTH_5 = plan(30, new Amount.Limited(5 * GB), Allowances.Per.TERM);

    @Test
    void use_is_counted_from_the_beginning_of_the_term_to_the_reading() {
        // the term began on 1 November; 4 of 5 GB were used in 15 days
        var need = FitRules.need(reading(GB, "2026-11-16T00:00:00Z"), MONTH_5);
        assertThat(need).hasValue(new FitRules.Need(8.0 * GB, 15));
    }

    @Test
    void what_record_or_plan_does_not_tell_is_not_guessed() {
        assertThat(FitRules.need(reading(GB, "2026-11-02T00:00:00Z"), MONTH_5))
                .as("a day tells little")
                .isEmpty();
        assertThat(FitRules.need(reading(9 * GB, "2026-11-16T00:00:00Z"), MONTH_5))
                .as("piled up")
                .isEmpty();
        assertThat(FitRules.need(reading(GB, "2026-10-20T00:00:00Z"), MONTH_5))
                .as("begins later")
                .isEmpty();
        assertThat(FitRules.need(reading(Bucket.UNLIMITED, "2026-11-16T00:00:00Z"), MONTH_5))
                .isEmpty();
        assertThat(FitRules.need(new Snapshot(List.of(), ENDS), MONTH_5)).isEmpty();
        var yearByMonth = plan(365, new Amount.Limited(5 * GB), Allowances.Per.MONTH);
        assertThat(FitRules.need(reading(GB, "2026-11-16T00:00:00Z"), yearByMonth))
                .as("which month?")
                .isEmpty();
        assertThat(FitRules.need(
                        reading(GB, "2026-11-16T00:00:00Z"), plan(30, new Amount.Unstated(), Allowances.Per.TERM)))
                .isEmpty();
    }

    @Test
    void an_offering_is_enough_by_what_it_has_in_thirty_days() {
        var need = new FitRules.Need(5.0 * GB, 15);
        assertThat(FitRules.fits(MONTH_5, need)).as("just enough").isTrue();
        assertThat(FitRules.fits(plan(60, new Amount.Limited(9 * GB), Allowances.Per.TERM), need))
                .isFalse();
        assertThat(FitRules.fits(plan(60, new Amount.Limited(10 * GB), Allowances.Per.TERM), need))
                .isTrue();
        assertThat(FitRules.fits(plan(365, new Amount.Limited(5 * GB), Allowances.Per.MONTH), need))
                .isTrue();
        assertThat(FitRules.fits(plan(30, new Amount.Unlimited(), Allowances.Per.TERM), need))
                .isTrue();
        assertThat(FitRules.fits(plan(30, new Amount.Unstated(), Allowances.Per.TERM), need))
                .isFalse();
    }

    private static Snapshot reading(long left, String at) {
        return new Snapshot(List.of(new Bucket(Allowance.DATA_BYTES, left, Optional.of(ENDS))), Instant.parse(at));
    }

    static Offering plan(int days, Amount bytes, Allowances.Per per) {
        var data = new Allowances.Data(bytes, per, new Amount.Unstated(), OptionalInt.empty());
        return new Offering(
                new OfferingId("plan"),
                new CarrierId("sandbox-mobile"),
                new Offering.Contents(
                        new OfferingName("Plan", Map.of()),
                        new Tariff.Fixed(Kind.MONTHLY, Period.ofDays(days), Money.usd(1200)),
                        new Allowances(new Amount.Unstated(), new Amount.Unstated(), data),
                        new Terms("2026-11-25", "terms.sandbox-mobile")),
                new Offering.Publication(
                        new Provenance(List.of("a record"), Optional.empty(), Confidence.FICTIONAL, ""), false),
                new Fulfilment.None("instructions.none"));
    }
}

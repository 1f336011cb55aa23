package dev.keepline.renewal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.Effect;
import dev.keepline.carriers.Product;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether 30 days bought now would last as long as was promised, by the carrier's own record. */
class ReadBackPromiseTest {

    private static final Instant READ = Instant.parse("2026-11-29T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // the record's end   , promised until       , kept
        "2026-12-02T15:00:00Z, 2027-01-01T05:00:00Z, true", // early renewal, as the record has it
        "2026-12-02T15:00:00Z, 2027-01-02T05:00:00Z, true", // the same day by another zone's count
        "2026-12-02T15:00:00Z, 2027-01-19T05:00:00Z, false", // promised from a date the record does not know
        ", 2026-12-29T05:00:00Z, true", // nothing there: from now
        ", 2027-01-19T05:00:00Z, false",
        "2026-11-01T00:00:00Z, 2026-12-29T05:00:00Z, true", // ran out: from now
        "2026-12-20T00:00:00Z, 2026-12-29T05:00:00Z, true" // more than promised
    })
    void as_the_record_has_it(Instant ends, Instant promised, boolean kept) {
        var before = new Snapshot(
                Optional.ofNullable(ends).stream()
                        .map(ReadBackPromiseTest::data)
                        .toList(),
                READ);

        assertThat(ReadBackRules.keepsPromise(before, goods(Optional.of(promised))))
                .isEqualTo(kept);
        assertThat(ReadBackRules.keepsPromise(before, goods(Optional.empty()))).isTrue();
    }

    private static dev.keepline.carriers.Bucket data(Instant ends) {
        return new dev.keepline.carriers.Bucket(dev.keepline.carriers.Allowance.DATA_BYTES, 1, Optional.of(ends));
    }

    private static Terms.Goods goods(Optional<Instant> promised) {
        var product = new Product("p", Money.usd(1_100), new Effect.Plan(30, 1), ProofLevel.READ_BACK);
        var sample = Sample.terms().goods();
        return new Terms.Goods(
                "dtone", sample.address(), product, Duration.ofHours(24), Optional.empty(), promised, Optional.empty());
    }
}

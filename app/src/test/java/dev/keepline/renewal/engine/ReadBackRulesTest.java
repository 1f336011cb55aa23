package dev.keepline.renewal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.Allowance;
import dev.keepline.carriers.Bucket;
import dev.keepline.carriers.Effect;
import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.Money;
import dev.keepline.renewal.engine.ReadBackRules.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Records before and after an order of 30 days and 5 GB. A record is written as its buckets: {@code 1 GB to 2} ends two days
 * after the order, {@code to ?} names no end.
 */
class ReadBackRulesTest {

    private static final Instant ORDERED = Sample.T0;
    private static final Effect PLAN = new Effect.Plan(30, 5 * Sample.GB);
    private static final Effect UNCOUNTED = new Effect.Plan(30, 0);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what happened                          | before      | after                                  | finding
            it came behind what was left             | 1 GB to 2   | 1 GB to 2, 5 GB to 32                  | Shown
            the old bucket was filled and prolonged  | 1 GB to 2   | 6 GB to 32                             | Shown
            the line had nothing left                |             | 5 GB to 30                             | Shown
            it had run out and was still listed      | 1 GB to -3  | 5 GB to 30                             | Shown
            the carrier ends at midnight, earlier    | 1 GB to 2   | 6 GB to 31.1                           | Shown
            the carrier ends at midnight, later      | 1 GB to 2   | 6 GB to 33.9                           | Shown
            some was used meanwhile                  | 1 GB to 2   | 5.6 GB to 32                           | Shown
            the old bucket ran out meanwhile         | 1 GB to 0.1 | 5 GB to 30.1                           | Shown
            nothing changed                          | 1 GB to 2   | 1 GB to 2                              | NotYet
            only used meanwhile                      | 1 GB to 2   | 0.9 GB to 2                            | NotYet
            days came and data did not               | 1 GB to 2   | 1 GB to 32                             | NotYet
            data came and days did not               | 1 GB to 2   | 6 GB to 2                              | NotYet
            it waits for its first use               | 1 GB to 2   | 1 GB to 2, 5 GB to ?                   | NotYet
            it names no end at all                   |             | 5 GB to ?                              | NotYet
            the line is not listed any more          | 1 GB to 2   |                                        | NotYet
            half the data                            | 1 GB to 2   | 3.5 GB to 32                           | Wrong
            a tenth is missing, and a little more    | 1 GB to 2   | 5.49 GB to 32                          | Wrong
            half the days                            | 1 GB to 2   | 6 GB to 17                             | Wrong
            a week instead of a month                | 1 GB to 2   | 6 GB to 9                              | Wrong
            from today instead of from the old end   | 1 GB to 9   | 6 GB to 30                             | Wrong
            twice                                    | 1 GB to 2   | 11 GB to 62                            | Wrong
            more data than ordered                   | 1 GB to 2   | 7 GB to 32                             | Wrong
            more days than ordered                   | 1 GB to 2   | 6 GB to 62                             | Wrong
            """)
    void fault_28_a_plan_is_compared_with_what_was_ordered(
            String what, @Nullable String before, @Nullable String after, String finding) {
        var found = compare(record(before, ORDERED.minusSeconds(5)), record(after, later()), PLAN);

        assertThat(found.getClass().getSimpleName()).as("%s: %s", what, found).isEqualTo(finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 GB to 2 | 1 GB to 32   | Shown
            1 GB to 2 | 0.2 GB to 32 | Shown
            1 GB to 2 | 1 GB to 2    | NotYet
            1 GB to 2 | 1 GB to ?    | NotYet
            1 GB to 2 | 1 GB to 17   | Wrong
            """)
    void a_plan_without_counted_data_is_shown_by_its_days(String before, String after, String finding) {
        var found = compare(record(before, ORDERED.minusSeconds(5)), record(after, later()), UNCOUNTED);

        assertThat(found.getClass().getSimpleName()).isEqualTo(finding);
    }

    @ParameterizedTest
    @CsvSource({"300, 1800, Shown", "300, 300, NotYet", "300, 1050, Wrong", "300, 3300, Wrong", "0, 1400, Shown"})
    void credit_is_shown_by_its_amount(long before, long after, String finding) {
        var found = compare(
                credit(before, ORDERED.minusSeconds(5)), credit(after, later()), new Effect.Credit(Money.usd(1_500)));

        assertThat(found.getClass().getSimpleName()).isEqualTo(finding);
    }

    @Test
    void fault_28_a_record_older_than_the_carriers_word_shows_nothing() {
        var stale = record("6 GB to 32", ORDERED.minusSeconds(1));

        assertThat(compare(record("1 GB to 2", ORDERED.minusSeconds(5)), stale, PLAN))
                .isEqualTo(new Finding.NotYet("the record is older than the order"));
    }

    @Test
    void fault_09_what_came_to_another_line_leaves_this_one_unchanged() {
        var line = record("1 GB to 2", ORDERED.minusSeconds(5));

        assertThat(compare(line, new Snapshot(line.buckets(), later()), PLAN)).isInstanceOf(Finding.NotYet.class);
    }

    @Test
    void an_unlimited_bucket_says_nothing_about_what_was_bought() {
        var before = new Snapshot(List.of(unlimited()), ORDERED.minusSeconds(5));
        var after = new Snapshot(List.of(unlimited(), bucket("5 GB to 30")), later());

        assertThat(compare(before, new Snapshot(before.buckets(), later()), PLAN))
                .isInstanceOf(Finding.NotYet.class);
        assertThat(compare(before, after, PLAN)).isInstanceOf(Finding.Shown.class);
    }

    private static Finding compare(Snapshot before, Snapshot after, Effect effect) {
        var terms = Sample.terms();
        var order = new OrderRecord(
                Sample.order(terms, OrderRecord.State.COMPLETED).reference(),
                "v-1",
                OrderRecord.State.COMPLETED,
                Sample.WHOLESALE,
                ORDERED);
        return ReadBackRules.compare(before, after, effect, order);
    }

    /** Three hours later: some buckets have run out. */
    private static Instant later() {
        return ORDERED.plus(Duration.ofHours(3));
    }

    private static Snapshot record(@Nullable String buckets, Instant readAt) {
        var parts = buckets == null ? Stream.<String>empty() : Stream.of(buckets.split(", ", -1));
        return new Snapshot(parts.map(ReadBackRulesTest::bucket).toList(), readAt);
    }

    private static Bucket bucket(String text) {
        var parts = text.split(" GB to ", -1);
        Optional<Instant> end = parts[1].equals("?")
                ? Optional.empty()
                : Optional.of(ORDERED.plusSeconds(Math.round(Double.parseDouble(parts[1]) * 86_400)));
        return new Bucket(Allowance.DATA_BYTES, Math.round(Double.parseDouble(parts[0]) * Sample.GB), end);
    }

    private static Bucket unlimited() {
        return new Bucket(Allowance.DATA_BYTES, Bucket.UNLIMITED, Optional.empty());
    }

    private static Snapshot credit(long cents, Instant readAt) {
        return new Snapshot(List.of(new Bucket(Allowance.CREDIT_CENTS, cents, Optional.empty())), readAt);
    }
}

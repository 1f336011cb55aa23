package dev.keepline.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final String DATE = "Wed, 25 Nov 2026 10:00:00 GMT";

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            delimiter = '|',
            value = {
                "30                            | PT30S",
                " 7                            | PT7S",
                "0                             | none",
                "-5                            | none",
                "999999999                     | PT5M",
                "99999999999999                | none",
                "soon                          | none",
                "Wed, 25 Nov 2026 10:00:40 GMT | PT40S",
                "Wed, 25 Nov 2026 09:59:00 GMT | none",
                "Thu, 26 Nov 2026 10:00:00 GMT | PT5M",
            })
    void fault_19_seconds_or_a_date_by_the_answers_own_clock_within_bounds(String header, String wait) {
        assertThat(RetryAfter.read(Optional.of(header), Optional.of(DATE)))
                .isEqualTo(Optional.ofNullable(wait).map(Duration::parse));
    }

    @ParameterizedTest
    @CsvSource({"'Wed, 25 Nov 2026 10:00:40 GMT'", "''"})
    void a_date_without_the_answers_own_says_nothing(String header) {
        assertThat(RetryAfter.read(Optional.of(header), Optional.empty())).isEmpty();
        assertThat(RetryAfter.read(Optional.empty(), Optional.of(DATE))).isEmpty();
    }
}

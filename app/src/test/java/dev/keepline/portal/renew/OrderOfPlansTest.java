package dev.keepline.portal.renew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.Kind;
import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/** Plans stand as people look for them. */
class OrderOfPlansTest {

    @Test
    void a_month_a_quarter_a_year_and_then_what_binds_to_nothing() {
        var kinds = Arrays.stream(Kind.values())
                .sorted(Comparator.comparingInt(RenewTexts::order))
                .toList();
        assertThat(kinds)
                .containsExactly(
                        Kind.MONTHLY,
                        Kind.QUARTERLY,
                        Kind.MULTI_MONTH,
                        Kind.YEARLY,
                        Kind.PAY_AS_YOU_GO,
                        Kind.TOP_UP_BY_AMOUNT);
    }
}

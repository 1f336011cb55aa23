package dev.keepline.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.renewal.engine.Decision.CaseKind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExplanationsTest {

    @Test
    void what_explains_is_a_kind_of_case_that_the_engine_opens() {
        var kinds = Arrays.stream(CaseKind.values()).map(Enum::name).toList();

        assertThat(kinds).containsAll(Explanations.OF_PAYMENTS).containsAll(Explanations.OF_ORDERS);
    }
}

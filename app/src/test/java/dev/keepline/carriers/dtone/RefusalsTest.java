package dev.keepline.carriers.dtone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documented codes have a meaning; any other keeps its name and claims none. */
class RefusalsTest {

    @ParameterizedTest
    @CsvSource({
        "1005003, WRONG_NUMBER",
        "1003002, NOT_OFFERED",
        "REJECTED-INVALID-CREDIT-PARTY, WRONG_NUMBER",
        "REJECTED-INELIGIBLE-CREDIT-PARTY, LINE_NOT_ACCEPTED",
        "DECLINED-LIMITATIONS-ON-CREDIT-PARTY-QUANTITY, LIMIT_REACHED",
        "DECLINED-LIMITATIONS-ON-OPERATOR-AMOUNT, CARRIER_TROUBLE",
        "DECLINED-LIMITATIONS-ON-CUSTOMER-AMOUNT, UNKNOWN",
        "CANCELLED, UNKNOWN",
        "1009999, UNKNOWN"
    })
    void a_code_is_understood_or_kept_as_it_is(String code, Refusal.Why why) {
        assertThat(Refusals.of(code)).isEqualTo(new Refusal(why, code));
    }
}

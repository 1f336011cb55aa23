package dev.keepline.carriers.dtone;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Which of DT One's products we can order, and what they bring. */
class DtOneProductTest {

    private static final String ESIM = """
            {"id":7,"type":"FIXED_VALUE_PIN_PURCHASE","service":{"id":13},"validity":{"unit":"DAY","quantity":30},
             "destination":{"unit":"USD","amount":15},"prices":{"wholesale":{"unit":"USD","amount":11.25,"fee":0.1}},
             "benefits":[{"type":"DATA","unit":"GB","amount":{"base":5,"total_excluding_tax":5}}]}
            """;
    private static final String RANGED = """
            {"id":8,"type":"RANGED_VALUE_RECHARGE","service":{"id":1},"validity":null,
             "accepted_calculation_modes":["SOURCE_AMOUNT","DESTINATION_AMOUNT"],
             "required_credit_party_identifier_fields":[["mobile_number"]],
             "destination":{"unit":"USD","amount":{"min":10,"max":100,"increment":5}},
             "prices":{"wholesale":{"unit":"USD","amount":{"min":9.6,"max":96},"fee":0}},"benefits":null}
            """;

    private static Optional<DtOneProduct> read(String json) {
        return DtOneProduct.read(JsonMapper.shared().readTree(json));
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 30, 30",
        "WEEK, 4, 28",
        "HOUR, 72, 3",
        "HOUR, 30, ",
        "MONTH, 1, ",
        "YEAR, 1, ",
    })
    void only_whole_days_are_a_validity_we_can_promise(String unit, int quantity, Integer days) {
        var product = read(ESIM.replace(
                "\"unit\":\"DAY\",\"quantity\":30", "\"unit\":\"%s\",\"quantity\":%d".formatted(unit, quantity)));

        assertThat(product.map(DtOneProduct::days)).isEqualTo(Optional.ofNullable(days));
    }

    @ParameterizedTest
    @CsvSource({
        "GB, 5, 5000000000",
        "GB, 0.5, 500000000",
        "MB, 100, 100000000",
        "TB, 1, 1000000000000",
        "GB, -1, 0",
        "GIB, 5, ",
    })
    void data_is_counted_in_decimal_units_and_no_unit_is_guessed(String unit, String amount, Long bytes) {
        var product = read(ESIM.replace("\"GB\"", "\"" + unit + "\"").replace("_tax\":5", "_tax\":" + amount));

        assertThat(product.map(DtOneProduct::dataBytes)).isEqualTo(Optional.ofNullable(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"required_sender_fields\":[[\"last_name\"]],",
                "\"required_statement_identifier_fields\":[[\"reference\"]],",
                "\"required_credit_party_identifier_fields\":[[\"account_number\"]],",
            })
    void a_product_that_needs_more_than_a_number_is_not_ours(String needs) {
        assertThat(read(RANGED.replaceFirst("\"required_credit[^\\n]+\\n", needs)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "{\"id\":7}"})
    void what_cannot_be_read_is_passed_over(String json) {
        assertThat(read(json)).isEmpty();
    }

    @Test
    void a_range_takes_what_lies_in_it_by_its_steps_and_only_by_what_arrives() {
        var product = read(RANGED).orElseThrow();

        assertThat(product.arrives().holds(new BigDecimal("15.00"), "USD")).isTrue();
        assertThat(product.arrives().holds(new BigDecimal("16.00"), "USD")).isFalse();
        assertThat(product.arrives().holds(new BigDecimal("105"), "USD")).isFalse();
        assertThat(product.arrives().holds(new BigDecimal("15"), "EUR")).isFalse();
        assertThat(product.cost(new BigDecimal("25"))).isEqualByComparingTo("24");
        assertThat(read(RANGED.replace(",\"DESTINATION_AMOUNT\"", ""))).isEmpty();
    }

    @Test
    void the_fee_belongs_to_the_cost() {
        assertThat(read(ESIM).orElseThrow().cost(new BigDecimal("15"))).isEqualByComparingTo("11.35");
    }
}

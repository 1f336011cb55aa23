package dev.keepline.support;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "my card is 4242 4242 4242 4242, please",
                "4242-4242-4242-4242",
                "5555 5555 5555 4444 12/27",
                "amex 3782 822463 10005",
                "6011-1111-1111-1117",
                "3566 0020 2036 0505",
                "6200000000000005",
                "4242 4242 4242 4242",
                "卡号４２４２４２４２４２４２４２４２",
                "٤٢٤٢ ٤٢٤٢ ٤٢٤٢ ٤٢٤٢",
                "tel 212 555 0101 card 4242424242424242",
                "4242/4242/4242/4242",
                "4242 / 4242 / 4242 / 4242",
                "4242_4242_4242_4242",
                "4242,4242|4242\\4242",
                "(4242)(4242)(4242)(4242)",
                "4242\n4242\n4242\n4242",
                "3782/822463-10005",
                "4.2.4.2.4.2.4.2.4.2.4.2.4.2.4.2",
            })
    void a_cards_number_is_found_however_it_is_written_and_covered(String text) {
        assertThat(WrittenRules.check(text)).isInstanceOfSatisfying(Written.CardNumber.class, found -> {
            assertThat(found.masked()).matches("(?s)(.*•){9}.*");
            assertThat(WrittenRules.check(found.masked())).isInstanceOf(Written.Fine.class);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call me at +1 (212) 555-0101 or +86 138 0013 8000",
                "SIM 8901260000000000006, phone 490154203237518",
                "renewal 4a3c2b10-0000-4242-8242-424242424242",
                "paid $1,733.00 on 2026-11-25 at 14:27:05",
                "4242424242424241",
                "order 4242 4242 4242",
                "89/0126/0000/0000/00006",
                "8901260000000000006/8901999900000003082",
                "(415) 555-0101, (415) 555-0104",
                "415-555-0101/415-555-0104/415-555-0107",
                "+1 415 555 0101; +1 415 555 0102",
                "2026/11/25, 2026/12/25 and 11/25/2026, 4:30:05",
            })
    void numbers_that_are_no_cards_pass(String text) {
        assertThat(WrittenRules.check(text)).isEqualTo(new Written.Fine(text));
    }

    @Test
    void any_script_and_any_sign_passes_as_it_is() {
        var text = "👩‍👩‍👧‍👦 没到账？\n\tمرحبا — ไม่มา\n— Ünïcödé";
        assertThat(WrittenRules.check(text)).isEqualTo(new Written.Fine(text));
    }

    @Test
    void what_steers_machines_is_left_out_and_line_ends_become_one_sign() {
        assertThat(WrittenRules.check("a\u0000b\u0007\r\nc\rd\ud83d")).isEqualTo(new Written.Fine("ab\nc\nd\ufffd"));
    }

    @Test
    void length_is_counted_as_people_count() {
        assertThat(WrittenRules.check("🙂".repeat(4_000))).isInstanceOf(Written.Fine.class);
        assertThat(WrittenRules.check("🙂".repeat(4_001))).isEqualTo(new Written.TooLong(4_001));
        assertThat(WrittenRules.check(" \n\t\u0000 ")).isEqualTo(new Written.Empty());
    }

    @Property
    void whatever_is_typed_is_answered_and_what_passes_passes_again(@ForAll String typed) {
        switch (WrittenRules.check(typed)) {
            case Written.Fine(var text) -> assertThat(WrittenRules.check(text)).isEqualTo(new Written.Fine(text));
            case Written.CardNumber(var masked) ->
                assertThat(WrittenRules.check(masked)).isNotInstanceOf(Written.CardNumber.class);
            case Written.Empty _, Written.TooLong _ -> assertThat(typed).isNotNull();
        }
    }
}

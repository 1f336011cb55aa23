package dev.keepline.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource({
        "'Li\u0000n', Lin",
        "'Li\u001Bn', Lin",
        "'abc\u202Egnp', abcgnp",
        "'\u2066x\u2069', x",
        "'a\uD83Db', ab",
        "'two\nlines', 'two\nlines'",
        "'👩‍👧 李', '👩‍👧 李'"
    })
    void what_nobody_sees_is_left_out(String typed, String kept) {
        assertThat(PlainText.of(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "'Mal\r\nBcc: x@y.z', 'Mal Bcc: x@y.z'",
        "'a\r\nb\u0000c', 'a bc'",
        "'one\u2028two', 'one two'",
        "'  李\t伟  ', '李 伟'"
    })
    void a_name_is_one_line(String typed, String kept) {
        assertThat(PlainText.line(typed)).isEqualTo(kept);
    }
}

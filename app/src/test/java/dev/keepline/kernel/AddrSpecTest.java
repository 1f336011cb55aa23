package dev.keepline.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddrSpecTest {

    @ParameterizedTest
    @CsvSource({
        "' Li@Example.COM ', li@example.com",
        "first.last+tag@mail.example, first.last+tag@mail.example",
        "o'neil@example.com, o'neil@example.com",
        "li@bücher.example, li@xn--bcher-kva.example",
        "li@例子.中国, li@xn--fsqu00a.xn--fiqs8s",
        "li@EXAMPLE。com, li@example.com"
    })
    void is_kept_in_one_form(String typed, String kept) {
        assertThat(AddrSpec.normal(typed)).hasValue(kept);
        assertThat(AddrSpec.isNormal(kept)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n0<operator@keepline.example>",
                "<li@keepline.example>",
                "li(c)@keepline.example",
                "li@keepline.example(c)",
                "\"li\"@keepline.example",
                "li@keepline.example,other@keepline.example",
                "@route:li@keepline.example",
                "li @keepline.example",
                "li@keepline.example\u0000",
                "li@keepline..example",
                ".li@keepline.example",
                "li@[127.0.0.1]",
                "li@127.0.0.1",
                "li@-keepline.example",
                "li@keepline_x.example",
                "li@localhost",
                "li",
                "@example.com",
                "li@",
                ""
            })
    void is_refused_when_a_mail_server_could_read_another_out_of_it(String typed) {
        assertThat(AddrSpec.normal(typed)).isEmpty();
        assertThat(AddrSpec.hasForeignLetters(typed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ɬi@keepline.example", "\u212Ai@keepline.example", "李@keepline.example", "lı@keepline.example"})
    void letters_that_servers_cut_or_fold_to_others_are_refused_by_name(String typed) {
        assertThat(AddrSpec.normal(typed)).isEmpty();
        assertThat(AddrSpec.hasForeignLetters(typed)).isTrue();
    }

    @Property
    void what_is_kept_is_ascii_and_kept_again_the_same(@ForAll String local, @ForAll String domain) {
        AddrSpec.normal(local + "@" + domain).ifPresent(kept -> {
            assertThat(kept).matches("\\p{ASCII}+@[a-z0-9.-]+");
            assertThat(AddrSpec.normal(kept)).hasValue(kept);
        });
    }
}

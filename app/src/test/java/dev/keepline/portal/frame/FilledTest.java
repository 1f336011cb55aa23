package dev.keepline.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FilledTest {

    private static final String PAGE = """
            <form action="/a" method="post"><input type="hidden" name="_csrf" value="T">
            <input type="hidden" name="key" value="new" data-keep><input name="name" value="" title="1 > 0">
            <input name="secret" type="password"><input name="yes" type="checkbox" value="on">
            <select name="zone"><option value="">none</option><option value="x" selected>X</option><option value="y">Y</option></select>
            <textarea name="text" rows="7"></textarea></form>
            <form action="/a#z" method="post"><input type="hidden" name="kind" value="OTHER"><input name="name" value=""></form>
            <form action="/b" method="post"><input name="name" value=""></form>
            """;

    @Test
    void what_was_typed_stands_in_the_form_it_was_typed_into_and_nowhere_else() {
        var typed = Map.of(
                "kind",
                "THIS",
                "key",
                "old",
                "name",
                "$1 \"<b>\"",
                "secret",
                "s3cret",
                "yes",
                "on",
                "zone",
                "y",
                "text",
                "</textarea>\nit's");
        var filled = Filled.in(PAGE, new KeptForm("/a", typed));
        assertThat(filled.any()).isTrue();
        assertThat(filled.html())
                .containsOnlyOnce("value=\"$1 &#34;&lt;b&gt;&#34;\"")
                .contains("name=\"key\" data-keep value=\"old\"", "name=\"_csrf\" value=\"T\"")
                .contains("<option value=\"x\">X", "<option value=\"y\" selected>Y")
                .contains("&lt;/textarea&gt;\nit&#39;s</textarea>")
                .doesNotContain("s3cret", "checked");
    }

    @Test
    void a_page_without_that_form_and_a_choice_that_is_none_stay_as_they_are() {
        assertThat(Filled.in(PAGE, new KeptForm("/c", Map.of("name", "x")))).isEqualTo(new Filled(PAGE, false));
        assertThat(Filled.in(PAGE, new KeptForm("/a", Map.of("zone", "forged"))).html())
                .isEqualTo(PAGE);
    }

    @Test
    void a_kept_form_is_read_as_it_was_written_and_holds_no_secret_and_no_card() {
        var kept = new KeptForm("/support/new", Map.of("text", "a&b=c 你好\n4242 4242 4242 4242", "password", "p"));
        var read = KeptForm.parse(kept.encoded()).orElseThrow();
        assertThat(read.action()).isEqualTo("/support/new");
        assertThat(read.fields()).containsOnlyKeys("text");
        assertThat(read.fields().get("text")).startsWith("a&b=c 你好\n").doesNotContain("4242 4242 4242");
        for (var none : new String[] {"", "?", "/a", "/a?", "x%", "/a?b=%zz"}) {
            assertThat(KeptForm.parse(none)).as(none).isEmpty();
        }
        assertThat(KeptForm.parse("//evil.example?x=y").orElseThrow().action()).isEqualTo("/");
    }
}
